/** What can be to be done for somebody afterwards, in the order in which it is due. */
export const taskNames = ['transport', 'debrief', 'shelter', 'counselling', 'outcome'] as const;

/** The occasion that is no session. */
export const withdrawal = 'withdrawal';
