/** Hours for which the form lets a time be held; 0 books it. The service itself takes any length up to its own limit. */
export const hoursToHold = [0, 2, 24, 48, 168];
