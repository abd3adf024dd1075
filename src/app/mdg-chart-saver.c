/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-chart-saver.h"

#include <glib/gi18n.h>

#include "app/mdg-copy.h"
#include "chart/mdg-chart-card.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-save-file.h"
#include "export/mdg-export-chart.h"

typedef struct
{
  MdgChartScene *scene;
  MdgExportFormat format;
  MdgExportSize size;
} Picture;

static const struct
{
  const char *id;
  const char *ending;
  MdgExportFormat format;
  MdgExportSize size;
} kinds[] = {
  { "png", "png", MDG_EXPORT_PNG, { 0, 0 } },
  { "slide", "png", MDG_EXPORT_PNG, { 1920, 1080 } },
  { "svg", "svg", MDG_EXPORT_SVG, { 0, 0 } },
  { "pdf", "pdf", MDG_EXPORT_PDF, { 0, 0 } },
};

static Picture *
picture_new (MdgChartScene *scene, MdgExportFormat format, MdgExportSize size)
{
  Picture *picture = g_new (Picture, 1);

  *picture = (Picture) { g_object_ref (scene), format, size };

  return picture;
}

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_object_unref (picture->scene);
  g_free (picture);
}

static GBytes *
draw_work (gpointer data, GCancellable *cancellable, GError **error)
{
  const Picture *picture = data;

  return mdg_export_chart_to_bytes (picture->scene, picture->format, picture->size, error);
}

static char *
create_name (MdgChartScene *scene, const char *ending)
{
  return g_strdup_printf ("%s %s.%s", mdg_chart_scene_get_title (scene),
                          mdg_chart_scene_get_subtitle (scene), ending);
}

static void
save_data (MdgChartCard *card, MdgChartScene *scene)
{
  g_autofree char *name = create_name (scene, "csv");

  mdg_save_file_text (GTK_WIDGET (card), name,
                      mdg_chart_table_to_csv (mdg_chart_scene_get_table (scene)));
}

static gboolean
export_requested_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  MdgChartCard *card = g_value_get_object (&values[0]);
  MdgChartScene *scene = mdg_chart_card_get_scene (card);
  const char *what = g_value_get_string (&values[1]);

  if (g_str_equal (what, "copy"))
    mdg_copy (GTK_WIDGET (card), "image/png", _ ("Picture copied"), draw_work,
              picture_new (scene, MDG_EXPORT_PNG, (MdgExportSize) { 0 }), picture_free);
  else if (g_str_equal (what, "csv"))
    save_data (card, scene);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (what, kinds[i].id))
      {
        g_autofree char *name = create_name (scene, kinds[i].ending);

        mdg_save_file (GTK_WIDGET (card), name, draw_work,
                       picture_new (scene, kinds[i].format, kinds[i].size), picture_free);
      }

  return TRUE;
}

static gboolean
copied_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  mdg_desk_tell (g_value_get_object (&values[0]), _ ("Data copied"));

  return TRUE;
}

/**
 * mdg_chart_saver_init:
 *
 * Begins to answer the cards of all charts. To be called once.
 */
void
mdg_chart_saver_init (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (MDG_TYPE_CHART_CARD);

  g_signal_add_emission_hook (g_signal_lookup ("export-requested", MDG_TYPE_CHART_CARD), 0,
                              export_requested_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("copied", MDG_TYPE_CHART_CARD), 0, copied_cb, NULL,
                              NULL);
}
