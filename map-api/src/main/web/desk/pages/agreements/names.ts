import { call } from '../../../shared/http';
import { ADDRESS, type Layer } from './types';

/** What the layers and their fields are called for people; one the release has no longer keeps its own name. */
export class LayerNames {
  private readonly byType: ReadonlyMap<string, Layer>;

  constructor(layers: readonly Layer[]) {
    this.byType = new Map(layers.map((layer) => [layer.type, layer]));
  }

  /** Nothing waits for names only: without them everything keeps its own. */
  static read(): Promise<LayerNames> {
    return call<Layer[]>(`${ADDRESS}/layers`).then(
      (layers) => new LayerNames(layers),
      () => new LayerNames([]),
    );
  }

  layer(type: string): string {
    return this.byType.get(type)?.title ?? type;
  }

  /** Whether an area can limit it. */
  hasPlace(type: string): boolean {
    return this.byType.get(type)?.hasPlace ?? true;
  }

  field(type: string, name: string): string {
    return this.byType.get(type)?.fields.find((field) => field.name === name)?.title ?? name;
  }

  fields(type: string, names: readonly string[]): string {
    return names.map((name) => this.field(type, name)).join(', ');
  }
}
