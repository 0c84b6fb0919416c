import Bell from '@lucide/svelte/icons/bell';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Newspaper from '@lucide/svelte/icons/newspaper';
import Phone from '@lucide/svelte/icons/phone-incoming';
import Ticket from '@lucide/svelte/icons/ticket';
import Braces from '@lucide/svelte/icons/braces';
import FileText from '@lucide/svelte/icons/file-text';
import Table from '@lucide/svelte/icons/table-2';

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
  csv: Table,
  jsonl: Table,
  json: Braces,
  mail: Mail,
  text: FileText,
  markdown: FileText,
} as const;
