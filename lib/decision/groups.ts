/** The four headings under which the article tells managers to decide, in the order used everywhere. */
export const GROUPS = ['fit', 'team', 'time', 'ops'] as const;
export type Group = (typeof GROUPS)[number];

/** A number for each group. */
export type PerGroup = Readonly<Record<Group, number>>;

/** What a group is called, and the two ends between which a person weighs it (its swing). */
export interface GroupDetails {
  readonly name: string;
  readonly worst: string;
  readonly best: string;
}

export const GROUP_DETAILS: Readonly<Record<Group, GroupDetails>> = {
  fit: { name: 'Project fit', worst: 'it fights the design', best: 'it fits the design' },
  team: { name: 'Team', worst: 'months to learn', best: 'productive at once' },
  time: { name: 'Time & budget', worst: 'the first version is late', best: 'the first version is on time' },
  ops: {
    name: 'Operations',
    worst: 'hard to tune, change and protect',
    best: 'easy to tune, change and protect',
  },
};

/** Makes a number for each group. */
export function perGroup(make: (group: Group) => number): PerGroup {
  return { fit: make('fit'), team: make('team'), time: make('time'), ops: make('ops') };
}
