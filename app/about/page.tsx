import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'How it works' };

export default function AboutPage() {
  return (
    <div className="page py-8">
      <h1>How it works</h1>
    </div>
  );
}
