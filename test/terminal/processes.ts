import { execFileSync } from 'node:child_process';

/** A process as `ps` sees it. */
export type Process = {
	readonly pid: number;
	readonly parent: number;
	/** The first letter of the state: R running, S sleeping, T stopped, Z ended and not yet waited for. */
	readonly state: string;
	readonly args: string;
};

/** All processes of the machine; those that have ended are left out, even when nobody has waited for them. */
function processes(): readonly Process[] {
	return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
		.split('\n')
		.flatMap((line) => {
			const [, pid, parent, state = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(\w)\S*\s+(.*)$/u.exec(line) ?? [];
			return pid === undefined || state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), state, args }];
		});
}

/** The process itself and all below it, the process first. */
function processTree(pid: number): readonly Process[] {
	const all = processes();
	const below = (parent: number): readonly Process[] =>
		all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
	return [...all.filter((one) => one.pid === pid), ...below(pid)];
}

/**
 * The console and the drydock of its demo, below `pid`.
 * @throws {Error} when one of them is not running
 */
export function demoProcesses(pid: number): { readonly console: Process; readonly drydock: Process } {
	const tree = processTree(pid);
	const drydock = tree.find(({ args }) => args.includes('deckwatch.js drydock'));
	const console = tree.find(({ pid: own }) => own === drydock?.parent);
	if (!drydock || !console) throw new Error(`No demo runs below ${pid}: ${JSON.stringify(tree)}`);
	return { console, drydock };
}

/** Which of the processes still run. */
export function running(pids: readonly number[]): readonly number[] {
	return processes()
		.map(({ pid }) => pid)
		.filter((pid) => pids.includes(pid));
}
