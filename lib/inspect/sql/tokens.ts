export { nameOf, type Token, tokensOf, verbOf } from '../../util/sql-tokens';
