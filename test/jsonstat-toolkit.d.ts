declare module 'jsonstat-toolkit' {
  interface Dataset {
    class: string;
    length: number;
    Data(position: Record<string, string | undefined>): { value: number | null; status?: string };
  }
  export default function JSONstat(response: unknown): Dataset;
}
