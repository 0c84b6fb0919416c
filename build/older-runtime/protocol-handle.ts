import { protocol, type ProtocolRequest, type ProtocolResponse } from 'electron';

/** As much of the web's Response as the main process uses; Node 16 has none. */
class PlainResponse {
  readonly body: Uint8Array | string;
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(
    body: Uint8Array | string,
    init: { status: number; headers: Readonly<Record<string, string>> },
  ) {
    this.body = body;
    this.status = init.status;
    this.headers = { ...init.headers };
  }
}

type Answer = (request: ProtocolRequest) => Promise<PlainResponse>;

/** protocol.handle came with Electron 25; this is it over the call that it replaced. */
function handle(scheme: string, answer: Answer): void {
  // oxlint-disable-next-line typescript/no-deprecated -- all that this runtime has
  protocol.registerBufferProtocol(scheme, (request, send) => {
    answer(request).then(
      ({ body, status, headers }) =>
        send({ statusCode: status, headers, data: Buffer.from(body), ...readType(headers) }),
      // net::ERR_FAILED, as protocol.handle does.
      () => send({ error: -2 }),
    );
  });
}

/** The type has a field of its own here; what a header says about it is not read. */
function readType(headers: Record<string, string>): Pick<ProtocolResponse, 'mimeType' | 'charset'> {
  const [mimeType = 'text/plain', charset] = (headers['Content-Type'] ?? '').split('; charset=');
  return charset === undefined ? { mimeType } : { mimeType, charset };
}

Object.assign(globalThis, { Response: PlainResponse });
Object.assign(protocol, { handle });
