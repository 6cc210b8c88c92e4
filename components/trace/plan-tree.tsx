import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow';
import CornerDownRight from 'lucide-react/icons/corner-down-right';
import Rows3 from 'lucide-react/icons/rows-3';
import Search from 'lucide-react/icons/search';
import { Each } from '@/components/ui/each';
import { Icon } from '@/components/ui/icon';
import type { ShownPlan, ShownStep } from '@/lib/trace/view/plan-view';

/** How a statement would be carried out, as a tree; SQLite tells no costs, so none are drawn. */
export function PlanTree({ plan }: { readonly plan: ShownPlan }) {
  if (plan.kind !== 'plan') return <p className="statement-note">{plan.message}</p>;
  return <Steps steps={plan.steps} />;
}

function Steps({ steps }: { readonly steps: readonly ShownStep[] }) {
  return (
    <ul className="plan-steps">
      <Each of={steps}>
        {(step) => (
          <li>
            <Step step={step} />
            {step.children.length > 0 && <Steps steps={step.children} />}
          </li>
        )}
      </Each>
    </ul>
  );
}

const ICONS: Readonly<Partial<Record<string, typeof Search>>> = {
  scan: Rows3,
  search: Search,
  'temporary-sort': ArrowDownWideNarrow,
};

/** The word in capitals says what is done; the icon says it again to who skims. */
function Step({ step: { what, words } }: { readonly step: ShownStep }) {
  const [verb = ''] = /^[A-Z]{2,}\b/.exec(words) ?? [];
  return (
    <span className="plan-step">
      <Icon of={ICONS[what.kind] ?? CornerDownRight} className="plan-icon" />
      <span>
        {verb !== '' && <b>{verb}</b>}
        {words.slice(verb.length)}
      </span>
    </span>
  );
}
