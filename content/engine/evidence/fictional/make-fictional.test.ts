import { describe, expect, it } from 'vitest';
import { readEvidence } from '../read-evidence.ts';
import { makeFictional } from './make-fictional.ts';

// Invented as well, but in the forms of a real export: no network for documentation, no .example.
const account = ['987', '654', '321', '098'].join('');
const outside = [81, 2, 69, 142].join('.');
const inside = [10, 20, 30, 40].join('.');
const domain = ['marlow-freight', 'com'].join('.');
const key = ['AKIA', 'Q7RT5KZ2MBVC3DXW'].join('');
const record = (name: string, extra: object = {}) => ({
  eventVersion: '1.09',
  userIdentity: {
    type: 'IAMUser',
    principalId: ['AIDA', 'Q7RT5KZ2A4BBCCDDE'].join(''),
    arn: `arn:aws:iam::${account}:user/ada.marlow`,
    accountId: account,
    accessKeyId: key,
    userName: 'ada.marlow',
  },
  eventTime: '2026-03-10T08:51:09Z',
  eventSource: 'iam.amazonaws.com',
  eventName: name,
  awsRegion: 'eu-west-2',
  sourceIPAddress: outside,
  userAgent: 'aws-cli/2.15.30 Python/3.11.8',
  eventID: '0f3c71aa-9d3e-45b0-84d1-8e027b66a19f',
  recipientAccountId: account,
  ...extra,
});
const trail = {
  name: `${account}_CloudTrail_eu-west-2.json`,
  text: JSON.stringify({
    Records: [
      record('ListUsers'),
      record('CreateUser', {
        requestParameters: {
          userName: 'backup-of-ada',
          note: 'For the quarry at Holm',
          bucketName: 'holm-exports',
          Host: 'holm-exports.s3.amazonaws.com',
        },
        errorMessage: `User: arn:aws:iam::${account}:user/ada.marlow is not authorized to perform this for ada.marlow@${domain} from ${inside}`,
      }),
    ],
  }),
};
const flow = {
  name: 'flow.log',
  text: `version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n2 ${account} eni-0a1b2c3d4e5f60718 ${inside} ${outside} 51514 443 6 10 840 1773132669 1773132720 ACCEPT OK\n`,
};

const { files, replaced, left } = makeFictional([trail, flow], 7);
const [newTrail, newFlow] = files;
const whole = files.map(({ name, text }) => name + text).join('\n');

describe('makeFictional', () => {
  it('leaves nothing of what was real', () => {
    for (const real of [
      account,
      outside,
      inside,
      domain,
      key,
      'ada',
      'holm-exports',
      'marlow',
      'Q7RT5KZ2',
      'eni-0a1b2c3d4e5f60718',
      '0f3c71aa',
    ]) {
      expect(whole.toLowerCase()).not.toContain(real.toLowerCase());
    }
  });

  it('writes what is allowed in its place', () => {
    expect(whole).toMatch(/"accountId":"111122223333"/);
    expect(whole).toMatch(/"sourceIPAddress":"198\.51\.100\.1"/);
    expect(whole).toMatch(/"accessKeyId":"AKIA[A-Z2-7]{9}EXAMPLE"/);
    expect(whole).toMatch(/ [\w.-]+@site-1\.example from 192\.0\.2\.1"/);
    expect(newTrail?.name).toBe('111122223333_CloudTrail_eu-west-2.json');
  });

  it('keeps together what belonged together, over all files', () => {
    const read = readEvidence({ format: 'cloudtrail' }, newTrail?.text ?? '');
    if (read.kind !== 'table') throw new Error('expected a table');
    const [first] = read.rows;
    const cells = Object.fromEntries(
      read.columns.map((name, at) => [name, first?.cells[at] ?? '']),
    );
    expect(cells['userIdentity.arn']).toBe(
      `arn:aws:iam::111122223333:user/${cells['userIdentity.userName'] ?? ''}`,
    );
    expect(newFlow?.text).toContain(' 192.0.2.1 198.51.100.1 51514 443 ');
    expect(newFlow?.text).toContain(' 111122223333 eni-');
  });

  it('keeps the provider’s words, times and figures', () => {
    expect(whole).toContain('"eventSource":"iam.amazonaws.com","eventName":"CreateUser"');
    expect(whole).toContain('"eventTime":"2026-03-10T08:51:09Z"');
    expect(whole).toContain('10 840 1773132669 1773132720 ACCEPT OK');
  });

  it('lists what it could not map, so that somebody looks', () => {
    expect(left).toContainEqual({
      file: newTrail?.name,
      field: 'requestParameters.note',
      texts: 1,
      first: 'For the quarry at Holm',
    });
    expect(left.map(({ field }) => field)).toContain('userAgent');
    expect(left.map(({ field }) => field)).not.toContain('eventName');
  });

  it('says how many things it replaced', () => {
    expect(replaced).toContainEqual({ kind: 'account', things: 1 });
    expect(replaced).toContainEqual({ kind: 'outer address', things: 1 });
  });

  it('gives the same for the same seed, and others for another', () => {
    expect(makeFictional([trail, flow], 7).files).toEqual(files);
    expect(makeFictional([trail, flow], 8).files).not.toEqual(files);
  });

  it.each([
    ['a card', `pan ${['4539', '5787', '6362', '1486'].join('')}`, /^pan 4111111111111111$/],
    ['a telephone', 'call +49 30 1234567 now', /^call \+44 20 7946 0000 now$/],
    ['IPv6', 'from 2a02:8108:1234::1f', /^from 2001:db8::1$/],
    ['a hardware address and a time', 'at 09:12:44 ok', /^at 09:12:44 ok$/],
    ['a secret', 'key wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzKEYabc', /^key [A-Z2-7]{33}EXAMPLE$/],
    [
      'a host name',
      'GET https://intranet.holm-quarry.co.uk/x',
      /^GET https:\/\/site-1\.example\/x$/,
    ],
    ['the provider’s host', 'to s3.eu-west-2.amazonaws.com', /^to s3\.eu-west-2\.amazonaws\.com$/],
    ['an account inside a name', 'to logs-987654321098-eu', /^to logs-111122223333-eu$/],
    ['the address of metadata', 'curl 169.254.169.254', /^curl 169\.254\.169\.254$/],
  ])('knows %s', (_, text, expected) => {
    expect(makeFictional([{ name: 'x.txt', text }], 1).files[0]?.text).toMatch(expected);
  });
});
