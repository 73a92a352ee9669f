/** Tells that drydock itself is wrong: a line on stderr. */
export function reportDefect(defect: string): void {
	process.stderr.write(`drydock: ${defect}\n`);
}
