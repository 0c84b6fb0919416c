import Bell from '@lucide/svelte/icons/bell';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Newspaper from '@lucide/svelte/icons/newspaper';
import Phone from '@lucide/svelte/icons/phone-incoming';
import Ticket from '@lucide/svelte/icons/ticket';
import Braces from '@lucide/svelte/icons/braces';
import Diff from '@lucide/svelte/icons/file-diff';
import FileText from '@lucide/svelte/icons/file-text';
import Image from '@lucide/svelte/icons/image';
import Package from '@lucide/svelte/icons/package';
import Settings from '@lucide/svelte/icons/settings-2';
import Table from '@lucide/svelte/icons/table-2';
import Tree from '@lucide/svelte/icons/list-tree';

export const feedIcons = {
  alert: Bell,
  mail: Mail,
  chat: MessageSquare,
  call: Phone,
  ticket: Ticket,
  news: Newspaper,
} as const;

export const evidenceIcons = {
  cloudtrail: Table,
  'vpc-flow': Table,
  's3-access': Table,
  alb: Table,
  waf: Table,
  guardduty: Table,
  resolver: Table,
  idp: Table,
  auditd: Table,
  syslog: Table,
  'windows-event': Table,
  'process-tree': Tree,
  csv: Table,
  jsonl: Table,
  json: Braces,
  sbom: Package,
  diff: Diff,
  config: Settings,
  image: Image,
  mail: Mail,
  text: FileText,
  markdown: FileText,
} as const;
