/** As what somebody is heard: what a session with them waits for goes by it. */
export const capacities = ['victim', 'witness', 'child', 'expert', 'accused'] as const;
export type Capacity = (typeof capacities)[number];

/** As what a witness of a case can be said to be heard. An expert and an accused are so by their role; a child, by the day. */
export const saidCapacities = ['victim', 'witness'] as const satisfies readonly Capacity[];
