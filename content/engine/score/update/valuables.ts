/** Concepts of what can be read, taken or lost: that none of it was takes proof. */
export const valuables = new Set([
  'data',
  'customer',
  'person',
  'card',
  'account',
  'credential',
  'token',
  'money',
  'backup',
  'order',
  'mail',
  'staff',
  'pay',
]);
