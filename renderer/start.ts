import './ask-first.ts';

void import('./main.ts');
