/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-palette.h"

#include <math.h>

#define N_ANCHORS 5

typedef enum
{
  RAMP_SEA,
  RAMP_DUSK,
  RAMP_BELOW,
  RAMP_ABOVE,
  N_RAMPS,
} Ramp;

/*
 * Each ramp runs from little to much through five colours, between which classes are interpolated
 * in Oklab. The colours were found by maximising the smallest CIEDE2000 difference of adjacent
 * classes over normal, protan, deutan and tritan vision, within a range of lightness that leaves
 * room for borders in the colour of the ground. On light ground much is dark, on dark ground much
 * is light, so that much always stands out. Below zero is orange and above is blue, which all three
 * forms of colour blindness keep apart.
 */
static const guint32 ramps[2][N_RAMPS][N_ANCHORS] = {
  {
    [RAMP_SEA] = { 0xcbe9ae, 0x88bca6, 0x44939d, 0x265d93, 0x0c1d6d },
    [RAMP_DUSK] = { 0xfee6a6, 0xe4975f, 0xd7537a, 0x923184, 0x360d5a },
    [RAMP_BELOW] = { 0xebdbcd, 0xe1a968, 0xb16b1f, 0x903b00, 0x4f180f },
    [RAMP_ABOVE] = { 0xd3e0ec, 0x8eb7e6, 0x4987c7, 0x2a5f93, 0x1b2468 },
  },
  {
    [RAMP_SEA] = { 0x323e57, 0x3f6f91, 0x589dad, 0x9cdcc6, 0xedf29d },
    [RAMP_DUSK] = { 0x5a286b, 0x8f547e, 0xcc5c6d, 0xec9c5b, 0xfeeeab },
    [RAMP_BELOW] = { 0x513b30, 0x9f2805, 0xd3733b, 0xdeb11b, 0xffe38e },
    [RAMP_ABOVE] = { 0x2c4366, 0x3f6ca2, 0x5592bc, 0x73bfff, 0xbfe8ff },
  },
};

/* With both signs on the map, the ramps begin so far from their common ground that the first class
 * below zero and the first above are told apart. */
#define TWO_SIDED_START 0.2

static const guint32 roles[MDG_N_PALETTE_MODES][MDG_N_PALETTE_ROLES] = {
  [MDG_PALETTE_LIGHT] = {
    [MDG_PALETTE_SEA] = 0xf3f6f9,
    [MDG_PALETTE_COAST] = 0x7f8b97,
    [MDG_PALETTE_BORDER] = 0xffffff,
    [MDG_PALETTE_NO_DATA] = 0xe7e7e9,
    [MDG_PALETTE_HATCH] = 0x9a9a9f,
    [MDG_PALETTE_MUTED] = 0xe2e5e9,
    [MDG_PALETTE_SELECTION] = 0x000000,
    [MDG_PALETTE_SELECTION_CASING] = 0xffffff,
    [MDG_PALETTE_FOCUS] = 0x3584e4,
    [MDG_PALETTE_TEXT] = 0x2e3136,
    [MDG_PALETTE_DIM_TEXT] = 0x5e6670,
    [MDG_PALETTE_TOP] = 0xffd500,
    [MDG_PALETTE_TOP_TEXT] = 0x241f31,
    [MDG_PALETTE_BOTTOM] = 0x77767b,
    [MDG_PALETTE_BOTTOM_TEXT] = 0xffffff,
  },
  [MDG_PALETTE_DARK] = {
    [MDG_PALETTE_SEA] = 0x1a1c20,
    [MDG_PALETTE_COAST] = 0x747d88,
    [MDG_PALETTE_BORDER] = 0x14161a,
    [MDG_PALETTE_NO_DATA] = 0x2c2d31,
    [MDG_PALETTE_HATCH] = 0x6d6e75,
    [MDG_PALETTE_MUTED] = 0x2f3136,
    [MDG_PALETTE_SELECTION] = 0xffffff,
    [MDG_PALETTE_SELECTION_CASING] = 0x000000,
    [MDG_PALETTE_FOCUS] = 0x62a0ea,
    [MDG_PALETTE_TEXT] = 0xf2f3f5,
    [MDG_PALETTE_DIM_TEXT] = 0xb0b6be,
    [MDG_PALETTE_TOP] = 0xffd500,
    [MDG_PALETTE_TOP_TEXT] = 0x241f31,
    [MDG_PALETTE_BOTTOM] = 0x9a9996,
    [MDG_PALETTE_BOTTOM_TEXT] = 0x000000,
  },
  [MDG_PALETTE_LIGHT_CONTRAST] = {
    [MDG_PALETTE_SEA] = 0xffffff,
    [MDG_PALETTE_COAST] = 0x000000,
    [MDG_PALETTE_BORDER] = 0xffffff,
    [MDG_PALETTE_NO_DATA] = 0xffffff,
    [MDG_PALETTE_HATCH] = 0x303030,
    [MDG_PALETTE_MUTED] = 0xe2e2e2,
    [MDG_PALETTE_SELECTION] = 0x000000,
    [MDG_PALETTE_SELECTION_CASING] = 0xffffff,
    [MDG_PALETTE_FOCUS] = 0x1a5fb4,
    [MDG_PALETTE_TEXT] = 0x000000,
    [MDG_PALETTE_DIM_TEXT] = 0x1e1e1e,
    [MDG_PALETTE_TOP] = 0xffe14d,
    [MDG_PALETTE_TOP_TEXT] = 0x000000,
    [MDG_PALETTE_BOTTOM] = 0x4a4a4a,
    [MDG_PALETTE_BOTTOM_TEXT] = 0xffffff,
  },
  [MDG_PALETTE_DARK_CONTRAST] = {
    [MDG_PALETTE_SEA] = 0x000000,
    [MDG_PALETTE_COAST] = 0xffffff,
    [MDG_PALETTE_BORDER] = 0x000000,
    [MDG_PALETTE_NO_DATA] = 0x000000,
    [MDG_PALETTE_HATCH] = 0xc8c8c8,
    [MDG_PALETTE_MUTED] = 0x2a2a2a,
    [MDG_PALETTE_SELECTION] = 0xffffff,
    [MDG_PALETTE_SELECTION_CASING] = 0x000000,
    [MDG_PALETTE_FOCUS] = 0x99c1f1,
    [MDG_PALETTE_TEXT] = 0xffffff,
    [MDG_PALETTE_DIM_TEXT] = 0xe4e4e4,
    [MDG_PALETTE_TOP] = 0xffe14d,
    [MDG_PALETTE_TOP_TEXT] = 0x000000,
    [MDG_PALETTE_BOTTOM] = 0xc0c0c0,
    [MDG_PALETTE_BOTTOM_TEXT] = 0x000000,
  },
  [MDG_PALETTE_PAPER] = {
    [MDG_PALETTE_SEA] = 0xffffff,
    [MDG_PALETTE_COAST] = 0x7d8893,
    [MDG_PALETTE_BORDER] = 0xffffff,
    [MDG_PALETTE_NO_DATA] = 0xf0f0f1,
    [MDG_PALETTE_HATCH] = 0x8e8e93,
    [MDG_PALETTE_MUTED] = 0xe8eaed,
    [MDG_PALETTE_SELECTION] = 0x000000,
    [MDG_PALETTE_SELECTION_CASING] = 0xffffff,
    [MDG_PALETTE_FOCUS] = 0x3584e4,
    [MDG_PALETTE_TEXT] = 0x1d1d20,
    [MDG_PALETTE_DIM_TEXT] = 0x555b63,
    [MDG_PALETTE_TOP] = 0xffd500,
    [MDG_PALETTE_TOP_TEXT] = 0x241f31,
    [MDG_PALETTE_BOTTOM] = 0x77767b,
    [MDG_PALETTE_BOTTOM_TEXT] = 0xffffff,
  },
};

static gboolean
is_dark (MdgPaletteMode mode)
{
  return mode == MDG_PALETTE_DARK || mode == MDG_PALETTE_DARK_CONTRAST;
}

static MdgColor
get_ramp_color (MdgPaletteMode mode, Ramp ramp, double place)
{
  const guint32 *anchors = ramps[is_dark (mode)][ramp];
  double scaled = CLAMP (place, 0, 1) * (N_ANCHORS - 1);
  guint index = MIN ((guint) scaled, N_ANCHORS - 2);

  return mdg_color_mix (mdg_color_from_rgb (anchors[index]),
                        mdg_color_from_rgb (anchors[index + 1]), scaled - index);
}

/* The place of a class on its ramp. A lone class gets the middle, which looks like neither end. */
static double
get_place (guint index, guint n_classes, double start)
{
  if (n_classes <= 1)
    return 0.5;

  return start + (1 - start) * MIN (index, n_classes - 1) / (n_classes - 1);
}

/**
 * mdg_palette_choose_mode:
 * @is_dark: whether the ground is dark
 * @high_contrast: whether people asked for high contrast
 *
 * Returns: the mode for a screen
 */
MdgPaletteMode
mdg_palette_choose_mode (gboolean is_dark, gboolean high_contrast)
{
  if (high_contrast)
    return is_dark ? MDG_PALETTE_DARK_CONTRAST : MDG_PALETTE_LIGHT_CONTRAST;

  return is_dark ? MDG_PALETTE_DARK : MDG_PALETTE_LIGHT;
}

/**
 * mdg_palette_get_role:
 * @mode: what the colours stand on
 * @role: what the colour is for
 *
 * Returns: the colour
 */
MdgColor
mdg_palette_get_role (MdgPaletteMode mode, MdgPaletteRole role)
{
  g_return_val_if_fail (mode < MDG_N_PALETTE_MODES, mdg_color_from_rgb (0));
  g_return_val_if_fail (role < MDG_N_PALETTE_ROLES, mdg_color_from_rgb (0));

  return mdg_color_from_rgb (roles[mode][role]);
}

/**
 * mdg_palette_get_sequential:
 * @scheme: the family of colours
 * @mode: what the colours stand on
 * @index: the class, 0 for the least
 * @n_classes: how many classes there are
 *
 * Colours for a measure that runs from little to much, such as a rate.
 *
 * Returns: the colour of the class
 */
MdgColor
mdg_palette_get_sequential (MdgPaletteScheme scheme,
                            MdgPaletteMode mode,
                            guint index,
                            guint n_classes)
{
  static const Ramp scheme_ramps[MDG_N_PALETTE_SCHEMES] = {
    [MDG_PALETTE_SCHEME_SEA] = RAMP_SEA,
    [MDG_PALETTE_SCHEME_DUSK] = RAMP_DUSK,
  };

  g_return_val_if_fail (scheme < MDG_N_PALETTE_SCHEMES, mdg_color_from_rgb (0));
  g_return_val_if_fail (mode < MDG_N_PALETTE_MODES, mdg_color_from_rgb (0));

  return get_ramp_color (mode, scheme_ramps[scheme], get_place (index, n_classes, 0));
}

/**
 * mdg_palette_get_diverging:
 * @mode: what the colours stand on
 * @index: the class, 0 for the farthest below zero
 * @n_below: how many classes lie below zero
 * @n_above: how many classes lie above zero
 *
 * Colours for a measure with a zero in it, such as a change. Where all is on one side of zero, the
 * whole of that side's ramp is used.
 *
 * Returns: the colour of the class
 */
MdgColor
mdg_palette_get_diverging (MdgPaletteMode mode, guint index, guint n_below, guint n_above)
{
  double start = n_below > 0 && n_above > 0 ? TWO_SIDED_START : 0;

  g_return_val_if_fail (mode < MDG_N_PALETTE_MODES, mdg_color_from_rgb (0));

  if (index < n_below)
    return get_ramp_color (mode, RAMP_BELOW, get_place (n_below - 1 - index, n_below, start));

  return get_ramp_color (mode, RAMP_ABOVE, get_place (index - n_below, n_above, start));
}

/**
 * mdg_palette_get_text_on:
 * @background: what the text stands on
 *
 * Returns: black or white, whichever is read more easily
 */
MdgColor
mdg_palette_get_text_on (MdgColor background)
{
  MdgColor dark = mdg_color_from_rgb (0x000000);
  MdgColor light = mdg_color_from_rgb (0xffffff);

  return mdg_color_get_contrast (dark, background) >= mdg_color_get_contrast (light, background)
           ? dark
           : light;
}
