import Type, { type Static } from 'typebox';
import { themeNames } from '../core/charts/theme.ts';
import { languages } from '../core/format/language.ts';
import { chartShapes } from './chart-view.ts';

/** What a picture takes beside its view's own parameters. */
export const PictureQuery = Type.Object(
  {
    width: Type.Optional(
      Type.Integer({ minimum: 280, maximum: 2400, description: 'Largeur en pixels (800)' }),
    ),
    height: Type.Optional(
      Type.Integer({
        minimum: 280,
        maximum: 3200,
        description: 'Hauteur en pixels ; sans elle, ce que les chiffres demandent',
      }),
    ),
    lang: Type.Optional(Type.Enum([...languages], { description: 'Langue des mots (fr)' })),
    theme: Type.Optional(
      Type.Enum([...themeNames], { description: 'Fond clair ou sombre (light)' }),
    ),
    shape: Type.Optional(
      Type.Enum([...chartShapes], { description: 'Forme du graphique, parmi celles de la vue' }),
    ),
  },
  { additionalProperties: false },
);
export type PictureQuery = Static<typeof PictureQuery>;
