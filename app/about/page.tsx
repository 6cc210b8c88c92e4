import type { Metadata } from 'next';
import { AboutArticle } from '@/components/about/about-article';
import { readManifest, readThirdParties } from '../build-facts';
import { BASE_PATH } from '../site';

export const metadata: Metadata = {
  title: 'How it works',
  description:
    'What runs where, in which versions, what the site cannot show, what it keeps, and whose work it is.',
};

export default async function AboutPage() {
  const [manifest, thirdParties] = await Promise.all([readManifest(), readThirdParties()]);
  return (
    <AboutArticle
      manifest={manifest}
      thirdParties={thirdParties}
      licencesHref={`${BASE_PATH}/licences/third-party.txt`}
    />
  );
}
