'use client';

import { createContext, useContext } from 'react';
import { EVERYTHING, type StatementFilter } from '@/lib/trace/view/statement-filter';

/** Which statements all lists inside show. */
export const StatementFilterContext = createContext<StatementFilter>(EVERYTHING);

/** Which statements are shown here. */
export function useStatementFilter(): StatementFilter {
  return useContext(StatementFilterContext);
}
