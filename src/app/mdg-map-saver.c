/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-map-saver.h"

#include <glib/gi18n.h>

#include "app/mdg-copy.h"
#include "app/mdg-picture-dialog.h"
#include "export/mdg-export-map.h"

typedef struct
{
  GPtrArray *scenes;
  MdgExportFormat format;
  MdgExportSize size;
} Picture;

static Picture *
picture_new (GPtrArray *scenes, MdgExportFormat format, MdgExportSize size)
{
  Picture *picture = g_new (Picture, 1);

  *picture = (Picture) { g_ptr_array_ref (scenes), format, size };

  return picture;
}

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_ptr_array_unref (picture->scenes);
  g_free (picture);
}

static GBytes *
draw_work (gpointer data, GCancellable *cancellable, GError **error)
{
  const Picture *picture = data;

  return mdg_export_maps_to_bytes ((MdgMapScene *const *) picture->scenes->pdata,
                                   picture->scenes->len, picture->format, picture->size, error);
}

/* The maps that were chosen in @dialog, of those it was opened for. */
static GPtrArray *
choose_scenes (MdgPictureDialog *dialog, GPtrArray *scenes)
{
  int subject = mdg_picture_dialog_get_subject (dialog);
  GPtrArray *chosen;

  if (subject < 0)
    return g_ptr_array_ref (scenes);

  chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_map_scene_unref);
  g_ptr_array_add (chosen, mdg_map_scene_ref (g_ptr_array_index (scenes, subject)));

  return chosen;
}

static void
chosen_cb (MdgPictureDialog *dialog, GPtrArray *scenes)
{
  g_autoptr (GPtrArray) chosen = choose_scenes (dialog, scenes);
  g_autofree char *title = mdg_map_scene_dup_title (g_ptr_array_index (chosen, 0));
  g_autofree char *subtitle = mdg_map_scene_dup_subtitle (g_ptr_array_index (chosen, 0));
  MdgExportFormat format = mdg_picture_dialog_get_format (dialog);
  g_autofree char *name =
    g_strdup_printf ("%s %s%s", title, subtitle, mdg_export_format_get_ending (format));

  mdg_save_file (mdg_picture_dialog_get_parent (dialog), name, draw_work,
                 picture_new (chosen, format, mdg_picture_dialog_get_size (dialog)), picture_free);
}

static void
unref_scenes (gpointer data, GClosure *closure)
{
  g_ptr_array_unref (data);
}

/**
 * mdg_map_saver_save:
 * @parent: the widget on whose behalf
 * @scenes: (element-type MdgMapScene): the map that is seen, or the two that are compared, in the
 *   colours of paper; with mdg_map_scene_unref() as free function
 * @settings: where the last choice of format and size is kept
 *
 * Asks as what, how large and where to save a picture of a map, or of both, and saves it.
 */
void
mdg_map_saver_save (GtkWidget *parent, GPtrArray *scenes, GSettings *settings)
{
  MdgPictureDialog *dialog = mdg_picture_dialog_new (parent, settings);

  if (scenes->len > 1)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
      g_auto (GStrv) subjects = NULL;

      for (guint i = 0; i < scenes->len; i++)
        g_strv_builder_take (names, mdg_map_scene_dup_summary (g_ptr_array_index (scenes, i)));
      subjects = g_strv_builder_end (names);
      mdg_picture_dialog_set_subjects (dialog, (const char *const *) subjects, _ ("Both Maps"));
    }
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (chosen_cb), g_ptr_array_ref (scenes),
                         unref_scenes, 0);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

/**
 * mdg_map_saver_copy:
 * @parent: the widget on whose behalf
 * @scenes: (element-type MdgMapScene): as for mdg_map_saver_save()
 *
 * Puts a picture of all of the maps into the clipboard.
 */
void
mdg_map_saver_copy (GtkWidget *parent, GPtrArray *scenes)
{
  mdg_copy (parent, "image/png", _ ("Picture copied"), draw_work,
            picture_new (scenes, MDG_EXPORT_PNG, (MdgExportSize) { 0 }), picture_free);
}
