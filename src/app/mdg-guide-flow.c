/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-guide-flow.h"

#include <glib/gi18n.h>

#include "app/mdg-guide-faults-dialog.h"
#include "app/mdg-guide-packs-dialog.h"
#include "app/mdg-pack-words.h"
#include "core/mdg-format.h"

/* Long enough to see what happened and to take it back. */
#define UNDO_SECONDS 15

/* What loading or removing a pack happens to. What hangs on a widget must not hold it. */
typedef struct
{
  GtkWidget *parent; /* weak: a window, or the dialog of guide packs */
  MdgGuideLibrary *library;
  MdgGuideEntry *entry;  /* (nullable): what is loaded or removed */
  MdgGuideEntry *before; /* (nullable): what it takes the place of */
  char *id_before;       /* what was in use */
  gboolean use;
} Flow;

static Flow *
flow_new (GtkWidget *parent, MdgGuideLibrary *library, MdgGuideEntry *entry)
{
  Flow *flow = g_new0 (Flow, 1);

  g_set_weak_pointer (&flow->parent, parent);
  flow->library = g_object_ref (library);
  g_set_object (&flow->entry, entry);
  flow->id_before = g_strdup (mdg_guide_library_get_pack_id (library));

  return flow;
}

static void
flow_free (Flow *self)
{
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->library);
  g_clear_object (&self->entry);
  g_clear_object (&self->before);
  g_clear_pointer (&self->id_before, g_free);
  g_free (self);
}

static void
flow_closure_free (gpointer data, GClosure *closure)
{
  flow_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    return ADW_TOAST_OVERLAY (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwToastOverlay *found = find_overlay (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
add_toast (GtkWidget *parent, AdwToast *toast)
{
  AdwToastOverlay *overlay;

  adw_toast_set_use_markup (toast, FALSE);
  if (MDG_IS_GUIDE_PACKS_DIALOG (parent))
    {
      mdg_guide_packs_dialog_add_toast (MDG_GUIDE_PACKS_DIALOG (parent), toast);
      return;
    }

  overlay = find_overlay (parent);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, toast);
  else
    g_object_unref (toast);
}

static void
show_error (GtkWidget *parent, const char *heading, const GError *error)
{
  AdwDialog *dialog;

  if (parent == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static const char *
get_title (MdgGuideEntry *entry)
{
  MdgGuidePack *pack = mdg_guide_entry_get_pack (entry);

  return pack != NULL ? mdg_guide_text_get (mdg_guide_pack_get_title (pack))
                      : mdg_guide_entry_get_name (entry);
}

static void
add_undo_toast (Flow *flow, const char *text, GCallback callback)
{
  AdwToast *toast;
  Flow *undo;

  if (flow->parent == NULL)
    return;

  undo = flow_new (flow->parent, flow->library, flow->entry);
  g_set_object (&undo->before, flow->before);
  g_set_str (&undo->id_before, flow->id_before);

  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", callback, undo, flow_closure_free,
                         G_CONNECT_DEFAULT);
  add_toast (flow->parent, toast);
}

static void
brought_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;

  if (mdg_guide_library_add_finish (MDG_GUIDE_LIBRARY (source), result, &error))
    mdg_guide_library_set_pack_id (flow->library, flow->id_before);
  else
    show_error (flow->parent, _ ("The Guide Pack Could Not Be Brought Back"), error);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;

  if (mdg_guide_library_remove_finish (MDG_GUIDE_LIBRARY (source), result, &error))
    mdg_guide_library_set_pack_id (flow->library, flow->id_before);
  else
    show_error (flow->parent, _ ("The Guide Pack Could Not Be Removed"), error);
}

static Flow *
flow_copy (Flow *self)
{
  Flow *copy = flow_new (self->parent, self->library, self->entry);

  g_set_object (&copy->before, self->before);
  g_set_str (&copy->id_before, self->id_before);

  return copy;
}

static void
undo_load_cb (AdwToast *toast, Flow *flow)
{
  const char *id = mdg_guide_pack_get_id (mdg_guide_entry_get_pack (flow->entry));
  MdgGuideEntry *entry = mdg_guide_library_find (flow->library, id);

  if (flow->before != NULL)
    mdg_guide_library_add_async (flow->library, flow->before, NULL, brought_back_cb,
                                 flow_copy (flow));
  else if (entry != NULL)
    mdg_guide_library_remove_async (flow->library, entry, NULL, taken_back_cb, flow_copy (flow));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!mdg_guide_library_add_finish (MDG_GUIDE_LIBRARY (source), result, &error))
    {
      show_error (flow->parent, _ ("The Guide Pack Could Not Be Kept"), error);
      return;
    }

  if (flow->use)
    mdg_guide_library_set_pack_id (flow->library,
                                   mdg_guide_pack_get_id (mdg_guide_entry_get_pack (flow->entry)));
  text = g_strdup_printf (flow->use ? _ ("“%s” is in use") : _ ("“%s” was loaded"),
                          get_title (flow->entry));
  add_undo_toast (flow, text, G_CALLBACK (undo_load_cb));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  Flow *next;

  if (g_str_equal (answer, "cancel"))
    return;

  next = g_steal_pointer (&flow);
  next->use = g_str_equal (answer, "use");
  mdg_guide_library_add_async (next->library, next->entry, NULL, added_cb, next);
}

/* Nothing is loaded, and nothing replaced, before somebody said so. */
static void
ask (Flow *flow)
{
  MdgGuidePack *pack = mdg_guide_entry_get_pack (flow->entry);
  g_autofree char *edition = mdg_pack_words_tell_edition (pack);
  g_autofree char *contents = mdg_pack_words_tell_contents (pack);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (flow->before != NULL)
    {
      g_autofree char *old = mdg_pack_words_tell_edition (mdg_guide_entry_get_pack (flow->before));

      /* Translators: title, edition and contents of a guide pack, and the edition it replaces. */
      body = g_strdup_printf (C_ ("guide pack", "%s\n%s\n%s\n\nIt takes the place of:\n%s"),
                              get_title (flow->entry), edition, contents, old);
    }
  else
    body = g_strdup_printf ("%s\n%s\n%s", get_title (flow->entry), edition, contents);

  dialog = adw_alert_dialog_new (
    flow->before != NULL ? _ ("Replace the Guide Pack?") : _ ("Load This Guide Pack?"), body);
  adw_alert_dialog_add_responses (
    ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "load",
    flow->before != NULL ? _ ("_Replace") : _ ("_Load"), "use",
    flow->before != NULL ? _ ("Replace and _Use") : _ ("Load and _Use"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "use",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "use");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), flow->parent, NULL, answered_cb, flow);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (MdgGuideEntry) entry =
    mdg_guide_library_read_finish (MDG_GUIDE_LIBRARY (source), result, NULL);
  MdgGuidePack *pack;

  if (entry == NULL || flow->parent == NULL)
    return;

  pack = mdg_guide_entry_get_pack (entry);
  if (pack == NULL)
    {
      adw_dialog_present (ADW_DIALOG (mdg_guide_faults_dialog_new (entry)), flow->parent);
      return;
    }

  g_set_object (&flow->entry, entry);
  g_set_object (&flow->before,
                mdg_guide_library_find (flow->library, mdg_guide_pack_get_id (pack)));
  ask (g_steal_pointer (&flow));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && flow->parent != NULL)
    mdg_guide_flow_load (flow->parent, flow->library, file);
  else if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_error (flow->parent, _ ("No File Could Be Chosen"), error);
}

static GListModel *
create_filters (void)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all_filter = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Guide packs (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_set_name (all_filter, _ ("All files"));
  gtk_file_filter_add_pattern (all_filter, "*");
  g_list_store_append (filters, filter);
  g_list_store_append (filters, all_filter);

  return G_LIST_MODEL (filters);
}

static GtkWindow *
get_window (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * mdg_guide_flow_choose:
 * @parent: the window, or the dialog of guide packs
 * @library: the guide packs
 *
 * Lets the user choose a file, and loads it as mdg_guide_flow_load() does.
 */
void
mdg_guide_flow_choose (GtkWidget *parent, MdgGuideLibrary *library)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (library));

  gtk_file_dialog_set_title (dialog, _ ("Load a Guide Pack"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Open"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, get_window (parent), NULL, chosen_cb,
                        flow_new (parent, library, NULL));
}

/**
 * mdg_guide_flow_load:
 * @parent: the window, or the dialog of guide packs
 * @library: the guide packs
 * @file: a file
 *
 * Reads @file, says what is wrong with it, or asks whether to load it.
 */
void
mdg_guide_flow_load (GtkWidget *parent, MdgGuideLibrary *library, GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (file));

  mdg_guide_library_read_async (library, file, NULL, read_cb, flow_new (parent, library, NULL));
}

/**
 * mdg_guide_flow_take_files:
 * @parent: the window
 * @library: the guide packs
 * @files: (element-type GFile): files that were dropped, chosen or pasted
 *
 * Offers to load those of @files that by their names are guide packs.
 *
 * Returns: (transfer full) (element-type GFile): the others
 */
GPtrArray *
mdg_guide_flow_take_files (GtkWidget *parent, MdgGuideLibrary *library, GPtrArray *files)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (GTK_IS_WIDGET (parent), others);
  g_return_val_if_fail (MDG_IS_GUIDE_LIBRARY (library), others);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

      if (g_str_has_suffix (lower, ".json"))
        mdg_guide_flow_load (parent, library, file);
      else
        g_ptr_array_add (others, g_object_ref (file));
    }

  return others;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *display_name = g_filename_display_name (name != NULL ? name : "");
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      show_error (flow->parent, _ ("The Guide Pack Could Not Be Exported"), error);
      return;
    }

  text = g_strdup_printf (_ ("Saved as “%s”"), display_name);
  if (flow->parent != NULL)
    add_toast (flow->parent, adw_toast_new (text));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  GBytes *bytes;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        show_error (flow->parent, _ ("No File Could Be Chosen"), error);
      return;
    }

  bytes = mdg_guide_entry_get_bytes (flow->entry);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_steal_pointer (&flow));
}

/**
 * mdg_guide_flow_export:
 * @parent: the dialog of guide packs
 * @entry: a guide pack
 *
 * Saves the file of @entry, as it was read, where the user chooses.
 */
void
mdg_guide_flow_export (GtkWidget *parent, MdgGuideEntry *entry)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();
  g_autofree char *name = NULL;
  Flow *flow;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (mdg_guide_entry_get_pack (entry) != NULL);

  name = g_strdup_printf ("%s.json", mdg_guide_pack_get_id (mdg_guide_entry_get_pack (entry)));
  gtk_file_dialog_set_title (dialog, _ ("Export the Guide Pack"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);

  flow = g_new0 (Flow, 1);
  g_set_weak_pointer (&flow->parent, parent);
  flow->entry = g_object_ref (entry);
  gtk_file_dialog_save (dialog, get_window (parent), NULL, place_chosen_cb, flow);
}

static void
undo_remove_cb (AdwToast *toast, Flow *flow)
{
  mdg_guide_library_add_async (flow->library, flow->entry, NULL, brought_back_cb, flow_copy (flow));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!mdg_guide_library_remove_finish (MDG_GUIDE_LIBRARY (source), result, &error))
    {
      show_error (flow->parent, _ ("The Guide Pack Could Not Be Removed"), error);
      return;
    }

  text = g_strdup_printf (_ ("“%s” was removed"), get_title (flow->entry));

  /* What was no pack cannot come back as one. */
  if (mdg_guide_entry_get_pack (flow->entry) != NULL)
    add_undo_toast (flow, text, G_CALLBACK (undo_remove_cb));
  else if (flow->parent != NULL)
    add_toast (flow->parent, adw_toast_new (text));
}

/**
 * mdg_guide_flow_remove:
 * @parent: the dialog of guide packs
 * @library: the guide packs
 * @entry: one of them that is not the built-in one
 *
 * Removes a pack; a toast takes that back.
 */
void
mdg_guide_flow_remove (GtkWidget *parent, MdgGuideLibrary *library, MdgGuideEntry *entry)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (MDG_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (!mdg_guide_entry_is_builtin (entry));

  mdg_guide_library_remove_async (library, entry, NULL, removed_cb,
                                  flow_new (parent, library, entry));
}
