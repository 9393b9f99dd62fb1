/** What is used of the library, which brings no types of its own. */
declare module '@lhncbc/ucum-lhc' {
  interface UnitSuggestions {
    readonly invalidUnit: string;
    /** Code, name and guidance of each unit that may have been meant. */
    readonly units: readonly (readonly [string, string, string | null])[];
  }

  interface Validation {
    /** `invalid` also where the library made sense of it by an assumption of its own. */
    readonly status: 'valid' | 'invalid' | 'error';
    readonly ucumCode: string | null;
    readonly suggestions?: readonly UnitSuggestions[];
  }

  interface UnitConversion {
    readonly status: 'succeeded' | 'failed' | 'error';
    readonly toVal: number | null;
    /** Not empty where the conversion rests on an assumption. */
    readonly msg: readonly string[];
  }

  export interface UcumLhcUtils {
    validateUnitString(unit: string, suggest?: boolean): Validation;
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight?: number; readonly charge?: number },
    ): UnitConversion;
  }

  export const UcumLhcUtils: { getInstance(): UcumLhcUtils };
}
