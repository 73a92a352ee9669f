/** Tasks per service (ECS service quotas). */
export const TASKS_PER_SERVICE = 5_000;

/** What AWS says to more. */
export const EXCEEDS_QUOTA = 'Desired count exceeds limit.';
