/** Tells who runs drydock that it is wrong itself. */
export function reportOnStderr(defect: string): void {
	process.stderr.write(`drydock: ${defect}\n`);
}
