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

static double
get_bound (guint n_classes)
{
  return n_classes <= 5 ? MDG_PALETTE_LEAST_DIFFERENCE_5 : MDG_PALETTE_LEAST_DIFFERENCE_9;
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
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    for (guint n = 2; n <= MDG_MAX_CLASSES; n++)
      for (guint i = 0; i + 1 < n; i++)
        assert_true (least_difference (mdg_palette_get_sequential (mode, i, n),
                                       mdg_palette_get_sequential (mode, i + 1, n)) >=
                     get_bound (n));
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

/* Much differs more from the ground than little: the eye goes to it. */
static void
test_much_stands_out (void **state)
{
  for (MdgPaletteMode mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
    {
      MdgColor sea = mdg_palette_get_role (mode, MDG_PALETTE_SEA);
      double before = 0;

      for (guint i = 0; i < 5; i++)
        {
          double contrast = mdg_color_get_contrast (mdg_palette_get_sequential (mode, i, 5), sea);

          assert_true (contrast > before);
          before = contrast;
        }
      /* The least class must not be taken for the sea, nor for no data, nor for a muted one. */
      assert_true (least_difference (mdg_palette_get_sequential (mode, 0, 5), sea) > 8);
      assert_true (least_difference (mdg_palette_get_sequential (mode, 0, 5),
                                     mdg_palette_get_role (mode, MDG_PALETTE_MUTED)) > 5);
    }
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
            MdgColor sequential = mdg_palette_get_sequential (mode, i, n);
            MdgColor diverging = mdg_palette_get_diverging (mode, i, n / 2, n - n / 2);

            assert_true (
              mdg_color_get_contrast (mdg_palette_get_text_on (sequential), sequential) >= 4.5);
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
      /* On any class, the outline or its casing is seen. */
      for (guint i = 0; i < 5; i++)
        {
          MdgColor color = mdg_palette_get_sequential (mode, i, 5);

          assert_true (MAX (mdg_color_get_contrast (selection, color),
                            mdg_color_get_contrast (casing, color)) >= 4.5);
        }
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_difference),
    cmocka_unit_test (test_contrast),
    cmocka_unit_test (test_mix),
    cmocka_unit_test (test_to_string),
    cmocka_unit_test (test_simulation),
    cmocka_unit_test (test_sequential_classes_differ),
    cmocka_unit_test (test_diverging_classes_differ),
    cmocka_unit_test (test_much_stands_out),
    cmocka_unit_test (test_text_is_legible),
    cmocka_unit_test (test_lines_are_seen),
  };

  return mdg_test_run (tests);
}
