/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>

#include "core/mdg-classes.h"
#include "draw/mdg-palette.h"

static double
least_difference (MdgColor a, MdgColor b)
{
  double least = INFINITY;

  for (MdgVision vision = 0; vision < MDG_N_VISIONS; vision++)
    least = MIN (least, mdg_color_get_difference (mdg_color_simulate (a, vision),
                                                  mdg_color_simulate (b, vision)));

  return least;
}

/* L* of CIELAB, 0 to 100; no colour of a palette is so dark that it is linear. */
static double
get_lightness (MdgColor color)
{
  return 116 * cbrt (mdg_color_get_luminance (color)) - 16;
}

static double
get_bound (guint n_classes)
{
  return n_classes <= 5 ? MDG_PALETTE_LEAST_DIFFERENCE_5 : MDG_PALETTE_LEAST_DIFFERENCE_9;
}

/* The 34 pairs that Sharma, Wu and Dalal published to try implementations with, both ways. */
static void
test_published_differences (void **state)
{
  static const struct
  {
    MdgLab a;
    MdgLab b;
    double difference;
  } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 3.1571, -77.2803 }, { 50, 0, -82.7485 }, 2.8615 },
    { { 50, 2.8361, -74.0200 }, { 50, 0, -82.7485 }, 3.4412 },
    { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, -1.1848, -84.8006 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, -0.9009, -85.5211 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
    { { 50, -1, 2 }, { 50, 0, 0 }, 2.3669 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0009 }, 7.1792 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0010 }, 7.1792 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0011 }, 7.2195 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0012 }, 7.2195 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0009, -2.4900 }, 4.8045 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0010, -2.4900 }, 4.8045 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0011, -2.4900 }, 4.7461 },
    { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 50, 2.5, 0 }, { 61, -5, 29 }, 22.8977 },
    { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
    { { 50, 2.5, 0 }, { 58, 24, 15 }, 19.4535 },
    { { 50, 2.5, 0 }, { 50, 3.1736, 0.5854 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 3.2972, 0 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 1.8634, 0.5757 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 3.2592, 0.3350 }, 1.0000 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
    { { 61.2901, 3.7196, -5.3901 }, { 61.4292, 2.2480, -4.9620 }, 1.8731 },
    { { 35.0831, -44.1164, 3.7933 }, { 35.0232, -40.0716, 1.5901 }, 1.8645 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 36.4612, 47.8580, 18.3852 }, { 36.2715, 50.5065, 21.2231 }, 1.4146 },
    { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 90.9257, -0.5406, -0.9208 }, { 88.6381, -0.8985, -0.7239 }, 1.5381 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      assert_true (fabs (mdg_lab_get_difference (pairs[i].a, pairs[i].b) - pairs[i].difference) <
                   0.00006);
      assert_true (fabs (mdg_lab_get_difference (pairs[i].b, pairs[i].a) - pairs[i].difference) <
                   0.00006);
    }
}

/* Pairs whose difference is well known. */
static void
test_difference (void **state)
{
  MdgColor black = mdg_color_from_rgb (0x000000);
  MdgColor white = mdg_color_from_rgb (0xffffff);
  MdgColor red = mdg_color_from_rgb (0xff0000);
  MdgColor green = mdg_color_from_rgb (0x00ff00);
  MdgColor blue = mdg_color_from_rgb (0x0000ff);

  assert_true (fabs (mdg_color_get_difference (black, white) - 100) < 0.01);
  assert_true (mdg_color_get_difference (red, red) < 1e-9);
  assert_true (fabs (mdg_color_get_difference (red, green) - 86.61) < 0.05);
  assert_true (fabs (mdg_color_get_difference (red, blue) - 52.88) < 0.05);
  assert_true (fabs (mdg_color_get_difference (blue, red) - mdg_color_get_difference (red, blue)) <
               1e-9);
}

static void
test_contrast (void **state)
{
  assert_true (
    fabs (mdg_color_get_contrast (mdg_color_from_rgb (0), mdg_color_from_rgb (0xffffff)) - 21) <
    0.01);
  /* A grey that is often quoted as the lightest for text on white. */
  assert_true (
    fabs (mdg_color_get_contrast (mdg_color_from_rgb (0x767676), mdg_color_from_rgb (0xffffff)) -
          4.54) < 0.01);
}

static void
test_mix (void **state)
{
  MdgColor a = mdg_color_from_rgb (0x123456);
  MdgColor b = mdg_color_from_rgb (0xfedcba);

  assert_true (mdg_color_get_difference (mdg_color_mix (a, b, 0), a) < 0.1);
  assert_true (mdg_color_get_difference (mdg_color_mix (a, b, 1), b) < 0.1);
}

static void
test_to_string (void **state)
{
  MdgColor color = mdg_color_from_rgb (0x0a62ff);
  g_autofree char *text = mdg_color_to_string (&color);

  assert_string_equal (text, "#0a62ff");
}

/* Grey is grey to everybody, and what red-green blindness confuses comes closer together. */
static void
test_simulation (void **state)
{
  MdgColor grey = mdg_color_from_rgb (0x808080);
  MdgColor red = mdg_color_from_rgb (0xc04040);
  MdgColor green = mdg_color_from_rgb (0x5c7a2c);

  for (MdgVision vision = 0; vision < MDG_N_VISIONS; vision++)
    assert_true (mdg_color_get_difference (mdg_color_simulate (grey, vision), grey) < 0.5);
  assert_true (mdg_color_get_difference (mdg_color_simulate (red, MDG_VISION_DEUTAN),
                                         mdg_color_simulate (green, MDG_VISION_DEUTAN)) <
               mdg_color_get_difference (red, green) / 2);
}

static void
test_sequential_classes_differ (void **state)
{
  for (MdgPaletteScheme scheme = 0; scheme < MDG_N_PALETTE_SCHEMES; scheme++)
    for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
      for (guint n = 2; n <= MDG_MAX_CLASSES; n++)
        for (guint i = 0; i + 1 < n; i++)
          assert_true (least_difference (mdg_palette_get_sequential (scheme, mode, i, n),
                                         mdg_palette_get_sequential (scheme, mode, i + 1, n)) >=
                       get_bound (n));
}

/* The second family is not the first one again: only the ends, nearly black or white, come close. */
static void
test_schemes_differ (void **state)
{
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    for (guint i = 1; i < 4; i++)
      assert_true (mdg_color_get_difference (
                     mdg_palette_get_sequential (MDG_PALETTE_SCHEME_SEA, mode, i, 5),
                     mdg_palette_get_sequential (MDG_PALETTE_SCHEME_DUSK, mode, i, 5)) >=
                   MDG_PALETTE_LEAST_DIFFERENCE_5);
}

/* What a prefecture without a figure stands on is no class of any number of classes. */
static void
test_no_data_is_no_class (void **state)
{
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    {
      MdgColor ground = mdg_palette_get_role (mode, MDG_PALETTE_NO_DATA);

      for (guint n = 1; n <= MDG_MAX_CLASSES; n++)
        for (guint i = 0; i < n; i++)
          {
            for (MdgPaletteScheme scheme = 0; scheme < MDG_N_PALETTE_SCHEMES; scheme++)
              assert_true (least_difference (mdg_palette_get_sequential (scheme, mode, i, n),
                                             ground) >= MDG_PALETTE_LEAST_DIFFERENCE_NO_DATA);
            for (guint below = 0; below <= n; below++)
              assert_true (least_difference (mdg_palette_get_diverging (mode, i, below, n - below),
                                             ground) >= MDG_PALETTE_LEAST_DIFFERENCE_NO_DATA);
          }
    }
}

static void
test_diverging_classes_differ (void **state)
{
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    for (guint below = 0; below <= 5; below++)
      for (guint above = 0; above <= 5; above++)
        for (guint i = 0; i + 1 < below + above; i++)
          {
            double bound = below == 0 || above == 0 ? get_bound (MAX (below, above))
                                                    : MDG_PALETTE_LEAST_DIFFERENCE_9;

            assert_true (least_difference (mdg_palette_get_diverging (mode, i, below, above),
                                           mdg_palette_get_diverging (mode, i + 1, below, above)) >=
                         bound);
          }
}

/* Much below zero is taken for much above by nobody, and neither looks like more than the other. */
static void
test_diverging_ends_differ (void **state)
{
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    for (guint n = 2; n <= 5; n++)
      {
        MdgColor below = mdg_palette_get_diverging (mode, 0, n, n);
        MdgColor above = mdg_palette_get_diverging (mode, 2 * n - 1, n, n);

        assert_true (least_difference (below, above) >= MDG_PALETTE_LEAST_DIFFERENCE_ENDS);
        assert_true (fabs (get_lightness (below) - get_lightness (above)) <=
                     MDG_PALETTE_MOST_LIGHTNESS_DIFFERENCE_ENDS);
      }
}

/* Much differs more from the ground than little: the eye goes to it. */
static void
check_much_stands_out (MdgPaletteScheme scheme, MdgPaletteMode mode)
{
  MdgColor sea = mdg_palette_get_role (mode, MDG_PALETTE_SEA);
  MdgColor muted = mdg_palette_get_role (mode, MDG_PALETTE_MUTED);
  MdgColor least = mdg_palette_get_sequential (scheme, mode, 0, 5);
  double before = 0;

  for (guint i = 0; i < 5; i++)
    {
      double contrast =
        mdg_color_get_contrast (mdg_palette_get_sequential (scheme, mode, i, 5), sea);

      assert_true (contrast > before);
      before = contrast;
    }
  /* The least class must not be taken for the sea, nor for a muted one. */
  assert_true (least_difference (least, sea) > 8);
  assert_true (least_difference (least, muted) > 5);
}

static void
test_much_stands_out (void **state)
{
  for (MdgPaletteScheme scheme = 0; scheme < MDG_N_PALETTE_SCHEMES; scheme++)
    for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
      check_much_stands_out (scheme, mode);
}

static void
test_text_is_legible (void **state)
{
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    {
      MdgColor sea = mdg_palette_get_role (mode, MDG_PALETTE_SEA);

      for (guint n = 1; n <= MDG_MAX_CLASSES; n++)
        for (guint i = 0; i < n; i++)
          {
            MdgColor sequential = mdg_palette_get_sequential (MDG_PALETTE_SCHEME_SEA, mode, i, n);
            MdgColor dusk = mdg_palette_get_sequential (MDG_PALETTE_SCHEME_DUSK, mode, i, n);
            MdgColor diverging = mdg_palette_get_diverging (mode, i, n / 2, n - n / 2);

            assert_true (
              mdg_color_get_contrast (mdg_palette_get_text_on (sequential), sequential) >= 4.5);
            assert_true (mdg_color_get_contrast (mdg_palette_get_text_on (dusk), dusk) >= 4.5);
            assert_true (mdg_color_get_contrast (mdg_palette_get_text_on (diverging), diverging) >=
                         4.5);
          }

      assert_true (mdg_color_get_contrast (mdg_palette_get_role (mode, MDG_PALETTE_TEXT), sea) >=
                   7);
      assert_true (
        mdg_color_get_contrast (mdg_palette_get_role (mode, MDG_PALETTE_DIM_TEXT), sea) >= 4.5);
      assert_true (mdg_color_get_contrast (mdg_palette_get_role (mode, MDG_PALETTE_TOP),
                                           mdg_palette_get_role (mode, MDG_PALETTE_TOP_TEXT)) >= 7);
      assert_true (mdg_color_get_contrast (mdg_palette_get_role (mode, MDG_PALETTE_BOTTOM),
                                           mdg_palette_get_role (mode, MDG_PALETTE_BOTTOM_TEXT)) >=
                   4.5);
    }
}

/* On any class, the outline or its casing is seen. */
static void
check_outline_is_seen (MdgPaletteMode mode, MdgColor selection, MdgColor casing)
{
  for (guint n = 1; n <= MDG_MAX_CLASSES; n++)
    for (guint i = 0; i < n; i++)
      {
        MdgColor colors[] = {
          mdg_palette_get_sequential (MDG_PALETTE_SCHEME_SEA, mode, i, n),
          mdg_palette_get_sequential (MDG_PALETTE_SCHEME_DUSK, mode, i, n),
          mdg_palette_get_diverging (mode, i, n / 2, n - n / 2),
        };

        for (guint j = 0; j < G_N_ELEMENTS (colors); j++)
          assert_true (MAX (mdg_color_get_contrast (selection, colors[j]),
                            mdg_color_get_contrast (casing, colors[j])) >= 4.5);
      }
}

static void
test_lines_are_seen (void **state)
{
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    {
      MdgColor selection = mdg_palette_get_role (mode, MDG_PALETTE_SELECTION);
      MdgColor casing = mdg_palette_get_role (mode, MDG_PALETTE_SELECTION_CASING);

      assert_true (mdg_color_get_contrast (mdg_palette_get_role (mode, MDG_PALETTE_COAST),
                                           mdg_palette_get_role (mode, MDG_PALETTE_SEA)) >= 3);
      assert_true (mdg_color_get_contrast (mdg_palette_get_role (mode, MDG_PALETTE_HATCH),
                                           mdg_palette_get_role (mode, MDG_PALETTE_NO_DATA)) >= 2);
      assert_true (mdg_color_get_contrast (selection, casing) >= 12);
      check_outline_is_seen (mode, selection, casing);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_published_differences),
    cmocka_unit_test (test_difference),
    cmocka_unit_test (test_contrast),
    cmocka_unit_test (test_mix),
    cmocka_unit_test (test_to_string),
    cmocka_unit_test (test_simulation),
    cmocka_unit_test (test_sequential_classes_differ),
    cmocka_unit_test (test_schemes_differ),
    cmocka_unit_test (test_no_data_is_no_class),
    cmocka_unit_test (test_diverging_classes_differ),
    cmocka_unit_test (test_diverging_ends_differ),
    cmocka_unit_test (test_much_stands_out),
    cmocka_unit_test (test_text_is_legible),
    cmocka_unit_test (test_lines_are_seen),
  };

  return mdg_test_run (tests);
}
