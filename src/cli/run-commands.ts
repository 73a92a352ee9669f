/** Together, since each one apart would split the bundle further, and each file of it costs time at every start. */
export { runDeployments } from './run/deployments.ts';
export { runEvents } from './run/events.ts';
export { runExplain } from './run/explain.ts';
export { runHealth } from './run/health.ts';
export { runServices } from './run/services.ts';
export { runTasks } from './run/tasks.ts';
export { runWhy } from './run/why.ts';
