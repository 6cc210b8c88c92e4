import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

const ProcessesSchema = z.object({
  processInfo: z.array(z.object({ type: z.string(), id: z.number() })),
});

/**
 * Memory of the browser's greatest renderer, which is the one that shows the only page, after its
 * garbage was collected: resident bytes as Linux counts them (`VmRSS`), workers included.
 *
 * @returns bytes; null where the system does not tell
 */
export async function rendererMemory(browser: Browser, page: Page): Promise<number | null> {
  const inPage = await page.context().newCDPSession(page);
  await inPage.send('HeapProfiler.collectGarbage');
  await inPage.detach();
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = ProcessesSchema.parse(await session.send('SystemInfo.getProcessInfo'));
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    return Math.max(...(await Promise.all(renderers.map(({ id }) => residentBytes(id)))));
  } catch {
    return null;
  } finally {
    await session.detach();
  }
}

async function residentBytes(process: number): Promise<number> {
  const status = await readFile(`/proc/${process}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
