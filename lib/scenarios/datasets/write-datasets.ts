import { writeFileSync } from 'node:fs';
import { makeBookshop } from './make-bookshop';

writeFileSync(new URL('./bookshop.sql', import.meta.url), makeBookshop());
