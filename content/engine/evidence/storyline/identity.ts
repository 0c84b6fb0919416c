import type { Principal } from './trail-schema.ts';

/** In which account, and who else is there. */
interface Callers {
  readonly account: string;
  readonly principals: Readonly<Record<string, Principal>>;
}

/** `userIdentity` of a CloudTrail event, by who made the call. `key` is the access key it used. */
export function writeIdentity(
  { account, principals }: Callers,
  principal: Principal,
  key: string | undefined,
): object {
  switch (principal.kind) {
    case 'user':
      return {
        type: 'IAMUser',
        principalId: principal.id,
        arn: writeArn(account, 'user', principal),
        accountId: account,
        accessKeyId: key ?? principal.key,
        userName: principal.name,
      };
    case 'role':
      return {
        type: 'AssumedRole',
        principalId: `${principal.id}:${principal.session}`,
        arn: `arn:aws:sts::${account}:assumed-role/${principal.name}/${principal.session}`,
        accountId: account,
        accessKeyId: key ?? principal.key,
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            principalId: principal.id,
            arn: writeArn(account, 'role', principal),
            accountId: account,
            userName: principal.name,
          },
          attributes: { creationDate: principal.issued, mfaAuthenticated: 'false' },
          ...(principal.delivery === undefined ? {} : { ec2RoleDelivery: principal.delivery }),
        },
        ...(principal.invoked_by === undefined ? {} : { invokedBy: principal.invoked_by }),
      };
    case 'federated': {
      const issuer = principals[principal.issuer];
      if (issuer?.kind !== 'user') throw new Error(`"${principal.issuer}" is not a user.`);
      return {
        type: 'FederatedUser',
        principalId: `${account}:${principal.name}`,
        arn: `arn:aws:sts::${account}:federated-user/${principal.name}`,
        accountId: account,
        accessKeyId: key ?? principal.key,
        sessionContext: {
          sessionIssuer: {
            type: 'IAMUser',
            principalId: issuer.id,
            arn: writeArn(account, 'user', issuer),
            accountId: account,
            userName: issuer.name,
          },
          attributes: { creationDate: principal.issued, mfaAuthenticated: 'false' },
        },
      };
    }
    case 'service':
      return { type: 'AWSService', invokedBy: principal.host };
    case 'internal':
      return { accountId: account, invokedBy: principal.host };
  }
}

/** The ARN that error messages name. */
export function nameCaller(callers: Callers, principal: Principal): string {
  const { account } = callers;
  switch (principal.kind) {
    case 'user':
      return writeArn(account, 'user', principal);
    case 'role':
      return `arn:aws:sts::${account}:assumed-role/${principal.name}/${principal.session}`;
    case 'federated':
      return `arn:aws:sts::${account}:federated-user/${principal.name}`;
    default:
      return principal.host;
  }
}

function writeArn(
  account: string,
  kind: 'user' | 'role',
  { path, name }: { readonly path: string; readonly name: string },
): string {
  return `arn:aws:iam::${account}:${kind}${path}${name}`;
}

/** A sign-in at the console comes before the session: its identity has no key and no context. */
export function writeSignIn(callers: Callers, principal: Principal): object {
  const identity = writeIdentity(callers, principal, undefined);
  return Object.fromEntries(
    Object.entries(identity).filter(
      ([name]) => name !== 'accessKeyId' && name !== 'sessionContext',
    ),
  );
}
