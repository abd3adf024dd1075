/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <poppler.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "draw/mdg-chart-fixture.h"
#include "draw/mdg-chart-words.h"
#include "draw/mdg-palette.h"
#include "draw/mdg-text.h"
#include "export/mdg-export-chart.h"
#include "export/mdg-export-map.h"

#define HOSTILE "<&>\"'\x01 ]]> 漢字 é \xF0\x9F\x8F\xA5"

static int
setup (void **state)
{
  *state = fixture_load_bundle ();
  return 0;
}

static int
teardown (void **state)
{
  mdg_figures_unref (*state);
  return 0;
}

/* Spaces and line ends fall where a line was broken, so they are not compared. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free_and_steal (out);
}

static void
assert_has (const char *squeezed, const char *part)
{
  g_autofree char *wanted = squeeze (part);

  if (strstr (squeezed, wanted) == NULL)
    fail_msg ("“%s” is not in “%s”", wanted, squeezed);
}

typedef struct
{
  GString *texts;
  GString *title;
  gboolean in_text;
  gboolean in_title;
  guint n_glyphs;
} Svg;

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Svg *svg = data;

  svg->in_text = g_str_equal (name, "text");
  svg->in_title = g_str_equal (name, "title");
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id") && g_str_has_prefix (values[i], "glyph"))
      svg->n_glyphs++;
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  ((Svg *) data)->in_text = FALSE;
  ((Svg *) data)->in_title = FALSE;
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Svg *svg = data;

  if (svg->in_text)
    g_string_append_len (svg->texts, text, (gssize) length);
  if (svg->in_title)
    g_string_append_len (svg->title, text, (gssize) length);
}

/* Returns the texts, one after the other; the file must have no outlines of letters. */
static char *
read_svg (GBytes *bytes, char **title)
{
  const GMarkupParser parser = { .start_element = start_cb,
                                 .end_element = end_cb,
                                 .text = text_cb };
  Svg svg = { .texts = g_string_new (NULL), .title = g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *texts = NULL;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  if (!g_markup_parse_context_parse (context, content, (gssize) length, &error) ||
      !g_markup_parse_context_end_parse (context, &error))
    fail_msg ("%s", error->message);
  g_markup_parse_context_free (context);
  assert_int_equal (svg.n_glyphs, 0);
  texts = g_string_free_and_steal (svg.texts);
  *title = g_string_free_and_steal (svg.title);

  return squeeze (texts);
}

static char *
read_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
  PopplerPage *page;
  g_autofree char *text = NULL;

  assert_non_null (document);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);

  return squeeze (text);
}

static void
assert_png_size (GBytes *bytes, guint width, guint height)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  assert_true (g_bytes_get_size (bytes) > 1000);
  assert_memory_equal (data, "\x89PNG", 4);
  assert_int_equal (data[16] << 24 | data[17] << 16 | data[18] << 8 | data[19], width);
  assert_int_equal (data[20] << 24 | data[21] << 16 | data[22] << 8 | data[23], height);
}

static void
test_charts_say_all (void **state)
{
  for (FixtureChart i = 0; i < N_CHARTS; i++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (*state, i);
      g_autofree char *source = mdg_chart_words_dup_source (mdg_chart_scene_get_table (scene));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg =
        mdg_export_chart_to_bytes (scene, MDG_EXPORT_SVG, (MdgExportSize) { 0 }, &error);
      g_autoptr (GBytes) pdf =
        mdg_export_chart_to_bytes (scene, MDG_EXPORT_PDF, (MdgExportSize) { 0 }, &error);
      g_autofree char *title = NULL;
      g_autofree char *svg_text = read_svg (svg, &title);
      g_autofree char *pdf_text = read_pdf (pdf);
      const char *const parts[] = { mdg_chart_scene_get_title (scene),
                                    mdg_chart_scene_get_subtitle (scene), source };

      assert_true (g_str_has_prefix (source, "Source: "));
      assert_non_null (strstr (title, mdg_chart_scene_get_title (scene)));
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          assert_has (svg_text, parts[j]);
          assert_has (pdf_text, parts[j]);
        }
    }
}

static void
test_charts_have_the_size (void **state)
{
  static const MdgExportSize sizes[] = { { 1920, 1080 }, { 64, 64 }, { 300, 2000 } };

  for (FixtureChart i = 0; i < N_CHARTS; i++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (*state, i);

      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          g_autoptr (GBytes) png =
            mdg_export_chart_to_bytes (scene, MDG_EXPORT_PNG, sizes[j], NULL);

          assert_png_size (png, sizes[j].width, sizes[j].height);
        }
    }
}

static void
test_sizes (void **state)
{
  static const char *const bad[] = {
    "",         "x",         "10x",       "1920",     "1920x1080x2",
    "63x100",   "-100x100",  "20001x100", "100X100",  "20000x20000",
    " 100x100", "100.5x100", "0x0",       "1e3x1000", "99999999999x9"
  };
  MdgExportSize size;

  assert_true (mdg_export_size_parse ("1920x1080", &size, NULL));
  assert_int_equal (size.width, 1920);
  assert_int_equal (size.height, 1080);
  assert_true (mdg_export_size_parse ("10000x10000", &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_false (mdg_export_size_parse (bad[i], &size, &error));
      assert_true (g_error_matches (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_SIZE));
    }
}

static void
test_the_map (void **state)
{
  g_autofree char *folder = g_dir_make_tmp ("madoguchi-XXXXXX", NULL);
  MdgExportMapRequest request = {
    .month = MDG_MONTH_NONE,
    .measure = MDG_MEASURE_USAGE_RATE_ONLINE,
    .facility_type = MDG_FACILITY_ALL,
    .size = { 800, 600 },
  };

  for (request.format = MDG_EXPORT_SVG; request.format <= MDG_EXPORT_PDF; request.format++)
    {
      g_autofree char *path = g_build_filename (folder, "map", NULL);
      g_autofree char *content = NULL;
      g_autofree char *text = NULL;
      g_autofree char *title = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gsize length;

      assert_true (mdg_export_map_to_path (*state, &request, path, NULL));
      assert_true (g_file_get_contents (path, &content, &length, NULL));
      bytes = g_bytes_new (content, length);
      assert_int_equal (g_unlink (path), 0);
      if (request.format == MDG_EXPORT_PNG)
        {
          assert_png_size (bytes, 800, 600);
          continue;
        }
      text = request.format == MDG_EXPORT_SVG ? read_svg (bytes, &title) : read_pdf (bytes);
      assert_has (text, "October 2025");
      assert_has (text, "online basis");
      assert_has (text, "国土数値情報");
      assert_has (text, "Okinawa");
    }
  assert_int_equal (g_rmdir (folder), 0);
}

/* Two maps that are compared stand on one picture, each with all that it needs. */
static void
test_two_maps (void **state)
{
  MdgMapScene *scenes[2];
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autofree char *svg_title = NULL;

  options.palette = MDG_PALETTE_PAPER;
  for (guint i = 0; i < 2; i++)
    {
      const MdgScope scope = { i == 0 ? MDG_MONTH (2025, 10) : MDG_MONTH (2024, 3),
                               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, MDG_AREA_NATIONAL };

      scenes[i] = mdg_map_scene_new (mdg_boundaries_get_default (NULL), *state, &scope, &options);
    }
  for (MdgExportFormat format = MDG_EXPORT_SVG; format <= MDG_EXPORT_PDF; format++)
    {
      g_autoptr (GBytes) bytes =
        mdg_export_maps_to_bytes (scenes, 2, format, (MdgExportSize) { 1600, 900 }, NULL);
      g_autofree char *text = NULL;

      if (format == MDG_EXPORT_PNG)
        {
          assert_png_size (bytes, 1600, 900);
          continue;
        }
      text = format == MDG_EXPORT_SVG ? read_svg (bytes, &svg_title) : read_pdf (bytes);
      assert_has (text, "October 2025");
      assert_has (text, "March 2024");
      assert_has (text, "online basis");
      assert_has (text, "国土数値情報");
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *source = mdg_map_scene_dup_source (scenes[i]);

          assert_has (text, source);
        }
    }
  assert_non_null (strstr (svg_title, "October 2025"));
  assert_non_null (strstr (svg_title, "March 2024"));
  for (guint i = 0; i < 2; i++)
    mdg_map_scene_unref (scenes[i]);
}

/* Pixels of a page of exactly this colour. */
static guint
count_pixels (cairo_surface_t *surface, MdgColor color)
{
  guint32 wanted = (guint) lround (color.red * 255) << 16 |
                   (guint) lround (color.green * 255) << 8 | (guint) lround (color.blue * 255);
  guint n = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface) +
                                              (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        n += (row[x] & 0xffffff) == wanted;
    }

  return n;
}

static cairo_surface_t *
draw_pdf (GBytes *bytes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1190, 1684);
  cairo_t *cr = cairo_create (surface);
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, 0);
  GList *images = poppler_page_get_image_mapping (page);

  /* Shapes, which stay sharp at any size, and no picture of them. */
  assert_null (images);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  g_object_unref (page);
  g_object_unref (document);

  return surface;
}

/* A prefecture without a figure is hatched in every kind of file, by lines that are lines. */
static void
test_the_map_is_hatched (void **state)
{
  static const struct
  {
    MdgMonth month;
    gboolean is_whole;
  } cases[] = { { MDG_MONTH (2024, 3), FALSE }, { MDG_MONTH (2025, 10), TRUE } };
  MdgColor ground = mdg_palette_get_role (MDG_PALETTE_PAPER, MDG_PALETTE_NO_DATA);
  MdgColor line = mdg_palette_get_role (MDG_PALETTE_PAPER, MDG_PALETTE_HATCH);
  g_autofree char *folder = g_dir_make_tmp ("madoguchi-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (MdgExportFormat format = MDG_EXPORT_SVG; format <= MDG_EXPORT_PDF; format++)
      {
        const MdgExportMapRequest request = { .month = cases[i].month,
                                              .measure = MDG_MEASURE_USAGE_RATE_ONLINE,
                                              .facility_type = MDG_FACILITY_ALL,
                                              .format = format,
                                              .size = { 1190, 1684 } };
        g_autofree char *content = NULL;
        gsize length;
        guint n_ground, n_line;

        assert_true (mdg_export_map_to_path (*state, &request, path, NULL));
        assert_true (g_file_get_contents (path, &content, &length, NULL));
        if (format == MDG_EXPORT_SVG)
          {
            g_autofree char *colour = g_strdup_printf ("stroke=\"rgb(%.6f%%", line.red * 100);

            assert_null (strstr (content, "<image"));
            assert_int_equal (strstr (content, colour) == NULL, cases[i].is_whole);
          }
        else
          {
            g_autoptr (GBytes) bytes = g_bytes_new (content, length);
            cairo_surface_t *surface = format == MDG_EXPORT_PNG
                                         ? cairo_image_surface_create_from_png (path)
                                         : draw_pdf (bytes);

            n_ground = count_pixels (surface, ground);
            n_line = count_pixels (surface, line);
            assert_int_equal (n_ground > 1000, !cases[i].is_whole);
            assert_int_equal (n_line > 20, !cases[i].is_whole);
            cairo_surface_destroy (surface);
          }
        assert_int_equal (g_unlink (path), 0);
      }
  assert_int_equal (g_rmdir (folder), 0);
}

static void
test_an_unwritable_path (void **state)
{
  const MdgExportMapRequest request = { .month = MDG_MONTH_NONE,
                                        .measure = MDG_MEASURE_USAGE_RATE_ONLINE,
                                        .facility_type = MDG_FACILITY_ALL };
  g_autoptr (GError) error = NULL;

  assert_false (mdg_export_map_to_path (*state, &request, "/dev/null/map.svg", &error));
  assert_true (g_error_matches (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE));
}

static void
draw_hostile_cb (cairo_t *cr, gpointer data)
{
  g_autoptr (MdgChartStyle) style = mdg_chart_style_new (MDG_PALETTE_PAPER);
  PangoContext *context = mdg_text_create_context ();
  g_autoptr (PangoLayout) text = mdg_text_new (context, style, MDG_TEXT_BODY, data);

  cairo_rotate (cr, 0.5);
  cairo_move_to (cr, 10, 10);
  mdg_text_show (cr, text);
  g_object_unref (context);
}

static void
test_hostile_texts (void **state)
{
  const MdgExportPicture picture = { .title = HOSTILE,
                                     .description = HOSTILE,
                                     .width = 200,
                                     .height = 100,
                                     .draw = draw_hostile_cb,
                                     .data = (gpointer) HOSTILE };
  g_autoptr (GBytes) svg =
    mdg_export_picture_to_bytes (&picture, MDG_EXPORT_SVG, (MdgExportSize) { 0 }, NULL);
  g_autofree char *title = NULL;
  g_autofree char *text = read_svg (svg, &title);
  gsize length;
  const char *content = g_bytes_get_data (svg, &length);

  assert_has (text, "<&>\"' ]]> 漢字 é");
  assert_string_equal (title, "<&>\"' ]]> 漢字 é \xF0\x9F\x8F\xA5");
  assert_non_null (g_strstr_len (content, (gssize) length, "transform=\"matrix("));
  assert_null (memchr (content, '\x01', length));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_charts_say_all, setup, teardown),
    cmocka_unit_test_setup_teardown (test_charts_have_the_size, setup, teardown),
    cmocka_unit_test (test_sizes),
    cmocka_unit_test_setup_teardown (test_the_map, setup, teardown),
    cmocka_unit_test_setup_teardown (test_two_maps, setup, teardown),
    cmocka_unit_test_setup_teardown (test_the_map_is_hatched, setup, teardown),
    cmocka_unit_test_setup_teardown (test_an_unwritable_path, setup, teardown),
    cmocka_unit_test (test_hostile_texts),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
