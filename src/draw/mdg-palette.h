/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgColor:
 *
 * A colour in sRGB, each part 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} MdgColor;

/**
 * MdgLab:
 *
 * A colour in CIELAB under D65.
 */
typedef struct
{
  double l;
  double a;
  double b;
} MdgLab;

/**
 * MdgPaletteMode:
 *
 * What the colours stand on. Paper is for files and print: as light, on white.
 */
typedef enum
{
  MDG_PALETTE_LIGHT,
  MDG_PALETTE_DARK,
  MDG_PALETTE_LIGHT_CONTRAST,
  MDG_PALETTE_DARK_CONTRAST,
  MDG_PALETTE_PAPER,
  MDG_N_PALETTE_MODES,
} MdgPaletteMode;

/**
 * MdgPaletteScheme:
 * @MDG_PALETTE_SCHEME_SEA: from green to blue
 * @MDG_PALETTE_SCHEME_DUSK: from yellow to purple
 *
 * The families of colours for a measure that runs from little to much.
 */
typedef enum
{
  MDG_PALETTE_SCHEME_SEA,
  MDG_PALETTE_SCHEME_DUSK,
  MDG_N_PALETTE_SCHEMES,
} MdgPaletteScheme;

/**
 * MdgVision:
 *
 * Ways to see colours, for the tests of the palettes.
 */
typedef enum
{
  MDG_VISION_NORMAL,
  MDG_VISION_PROTAN,
  MDG_VISION_DEUTAN,
  MDG_VISION_TRITAN,
  MDG_N_VISIONS,
} MdgVision;

/**
 * MdgPaletteRole:
 *
 * The colours of a map that carry no value.
 */
typedef enum
{
  MDG_PALETTE_SEA,
  MDG_PALETTE_COAST,
  MDG_PALETTE_BORDER,
  MDG_PALETTE_NO_DATA,
  MDG_PALETTE_HATCH,
  MDG_PALETTE_MUTED,
  MDG_PALETTE_SELECTION,
  MDG_PALETTE_SELECTION_CASING,
  MDG_PALETTE_FOCUS,
  MDG_PALETTE_TEXT,
  MDG_PALETTE_DIM_TEXT,
  MDG_PALETTE_TOP,
  MDG_PALETTE_TOP_TEXT,
  MDG_PALETTE_BOTTOM,
  MDG_PALETTE_BOTTOM_TEXT,
  MDG_N_PALETTE_ROLES,
} MdgPaletteRole;

/* The least CIEDE2000 difference between two adjacent classes in any palette, for any vision: with
 * up to five classes in one direction, and with up to nine. Differences from 2 on are seen when the
 * colours touch; prefectures of one class seldom do, so much more is asked for. */
#define MDG_PALETTE_LEAST_DIFFERENCE_5 12.0
#define MDG_PALETTE_LEAST_DIFFERENCE_9 6.0

/* The same between the two ends of a diverging palette, which are equally light, so that neither
 * seems more: hue alone tells which is which. */
#define MDG_PALETTE_LEAST_DIFFERENCE_ENDS 30.0
#define MDG_PALETTE_MOST_LIGHTNESS_DIFFERENCE_ENDS 3.0

/* The same between any class and the ground of a prefecture without a figure, which is hatched. */
#define MDG_PALETTE_LEAST_DIFFERENCE_NO_DATA 4.0

MdgPaletteMode mdg_palette_choose_mode (gboolean is_dark, gboolean high_contrast);
MdgColor mdg_palette_get_role (MdgPaletteMode mode, MdgPaletteRole role);
MdgColor mdg_palette_get_sequential (MdgPaletteScheme scheme,
                                     MdgPaletteMode mode,
                                     guint index,
                                     guint n_classes);
MdgColor mdg_palette_get_diverging (MdgPaletteMode mode, guint index, guint n_below, guint n_above);
MdgColor mdg_palette_get_text_on (MdgColor background);

MdgColor mdg_color_from_rgb (guint32 rgb);
char *mdg_color_to_string (const MdgColor *color);
double mdg_color_get_luminance (MdgColor color);
double mdg_color_get_contrast (MdgColor a, MdgColor b);
double mdg_color_get_difference (MdgColor a, MdgColor b);
double mdg_lab_get_difference (MdgLab a, MdgLab b);
MdgColor mdg_color_simulate (MdgColor color, MdgVision vision);
MdgColor mdg_color_mix (MdgColor a, MdgColor b, double share);

G_END_DECLS
