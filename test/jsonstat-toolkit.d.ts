declare module 'jsonstat-toolkit' {
  interface Dimension {
    id: string[];
    Category(code: string): { label: string };
  }
  interface Dataset {
    class: string;
    length: number;
    id: string[];
    extension: { status: Record<string, string> };
    Dimension(name: string): Dimension;
    Data(position: Record<string, string | undefined>): { value: number | null; status?: string };
  }
  export default function JSONstat(response: unknown): Dataset;
}
