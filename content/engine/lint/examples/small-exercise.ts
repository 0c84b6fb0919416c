/** The small exercise that examples of rules change. It lints without a fault. */
export const smallExercise = `format: 1
id: X1
kind: code-review
title: A refund that is paid twice
level: entry
minutes: 10
brief: Customers write that refunds reach strangers. Read the code that pays them.
material:
  - { id: code, title: refund.py, file: refund.py.txt }
questions:
  - id: where
    kind: lines
    prompt: Mark the lines that let it happen.
    weight: 5
    material: code
    findings: [{ lines: '3-4', says: The account comes from the body of the request. }]
    reason: Whoever sends the request writes its body.
  - id: fix
    kind: choice
    prompt: Which change closes it?
    weight: 3
    options:
      - { id: session, text: Take the account from the session, earns: 1, reason: It is the caller’s own. }
      - { id: form, text: Check the form of the account, earns: 0, reason: A form proves nothing. }
    reason: The server knows who is calling; nobody has to tell it.
  - id: order
    kind: value
    prompt: Which order was it tried with first, by the comment in the code?
    weight: 2
    form: the order as the comment names it
    accepts: [{ exact: order-4411 }]
    reason: It stands in the first line.
`;

/** Its material, by path beside it. */
export const smallMaterial: Readonly<Record<string, string>> = {
  'refund.py.txt': `# tried with order-4411
def refund(request):
    body = request.json()
    account = body["account_id"]
    pay(account, body["amount"])
`,
};
