import { roundTo12Digits } from './measurement/significant-digits.js';

/**
 * QT in ms, corrected for the heart rate (a minute) by Fridericia: QT over the cube root of the RR interval in seconds
 * (Acta Med Scand 1920;53:469; reprinted Ann Noninvasive Electrocardiol 2003;8:343, PMID 14516292).
 */
export const qtByFridericia = (qtMs: number, heartRate: number): number =>
  roundTo12Digits(qtMs / Math.cbrt(60 / heartRate));
