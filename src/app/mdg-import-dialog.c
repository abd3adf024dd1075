/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-dialog.h"

#include <glib/gi18n.h>

#include "app/mdg-import-file-view.h"
#include "app/mdg-import-words.h"
#include "core/mdg-format.h"

/* What is read within this time is shown at once, without a flash of a progress bar. */
#define PATIENCE_MS 150
#define PROGRESS_MS 100

struct _MdgImportDialog
{
  AdwDialog parent_instance;

  MdgImportJob *job;
  guint patience_source;
  guint progress_source;
  GPtrArray *file_rows;  /* (element-type AdwActionRow): by index of the file */
  MdgImportItem *viewed; /* the only file, whose view stands in the dialog */
  gboolean announced;

  AdwNavigationView *navigation;
  AdwWindowTitle *window_title;
  GtkWidget *cancel_button;
  GtkWidget *spinner;
  AdwBanner *error_banner;
  GtkStack *stack;
  GtkLabel *reading_label;
  GtkProgressBar *reading_bar;
  GtkLabel *progress_label;
  AdwStatusPage *message_page;
  AdwBin *file_bin;
  GtkLabel *total_label;
  GtkLabel *total_explanation_label;
  AdwPreferencesGroup *files_group;
  GtkWidget *action_box;
  GtkLabel *note_label;
  GtkWidget *verified_button;
  GtkWidget *all_button;
};

G_DEFINE_FINAL_TYPE (MdgImportDialog, mdg_import_dialog, ADW_TYPE_DIALOG)

static gboolean
progress_cb (gpointer data)
{
  MdgImportDialog *self = data;
  guint n = mdg_import_job_get_n_items (self->job);
  MdgImportItem *item = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *progress = NULL;
  guint index = 0;
  guint done = 0;
  guint total = 0;

  for (guint i = 0; i < n && item == NULL; i++)
    if (mdg_import_item_is_reading (mdg_import_job_get_item (self->job, i)))
      {
        item = mdg_import_job_get_item (self->job, i);
        index = i;
      }

  if (item != NULL)
    {
      mdg_import_item_get_progress (item, &done, &total);
      heading = g_strdup_printf (_ ("Reading “%s”"), mdg_import_item_get_name (item));
    }
  gtk_label_set_label (self->reading_label, heading != NULL ? heading : _ ("Looking for Files"));

  if (total > 0)
    gtk_progress_bar_set_fraction (self->reading_bar,
                                   ((double) index + (double) MIN (done, total) / total) / n);
  else
    gtk_progress_bar_pulse (self->reading_bar);

  if (n > 1)
    progress = g_strdup_printf (_ ("File %u of %u"), index + 1, n);
  else if (total > 0)
    /* Translators: how many pages of a file, or rows of a table, were read. */
    progress = g_strdup_printf (_ ("%u of %u"), MIN (done, total), total);
  gtk_label_set_label (self->progress_label, progress != NULL ? progress : "");

  return G_SOURCE_CONTINUE;
}

static void
stop_progress (MdgImportDialog *self)
{
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
}

static void
patience_cb (gpointer data)
{
  MdgImportDialog *self = data;

  self->patience_source = 0;
  progress_cb (self);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  gtk_stack_set_visible_child_name (self->stack, "reading");
}

static void
show_reading (MdgImportDialog *self)
{
  if (self->patience_source == 0 && self->progress_source == 0)
    self->patience_source = g_timeout_add_once (PATIENCE_MS, patience_cb, self);
}

static void
show_message (MdgImportDialog *self, const char *icon, const char *title, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->message_page, icon);
  adw_status_page_set_title (self->message_page, title);
  adw_status_page_set_description (self->message_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
show_item (MdgImportDialog *self, MdgImportItem *item)
{
  g_autofree char *text = NULL;

  adw_window_title_set_subtitle (self->window_title, mdg_import_item_get_name (item));
  switch (mdg_import_item_get_state (item))
    {
    case MDG_IMPORT_ITEM_FAILED:
      show_message (self, "dialog-error-symbolic", _ ("This Cannot Be Read"),
                    mdg_import_item_get_error (item)->message);
      return;

    case MDG_IMPORT_ITEM_KNOWN:
      text = mdg_import_words_tell_known (item);
      show_message (self, "mdg-quality-verified-symbolic", _ ("Already Imported"), text);
      return;

    case MDG_IMPORT_ITEM_READING:
    case MDG_IMPORT_ITEM_READY:
    case MDG_IMPORT_ITEM_STORED:
    default:
      if (self->viewed != item)
        adw_bin_set_child (self->file_bin, GTK_WIDGET (mdg_import_file_view_new (item)));
      self->viewed = item;
      gtk_stack_set_visible_child_name (self->stack, "file");
    }
}

static void
file_activated_cb (MdgImportDialog *self, GtkWidget *row)
{
  guint index = 0;
  MdgImportItem *item;
  GtkWidget *view;
  AdwNavigationPage *page;

  if (!g_ptr_array_find (self->file_rows, row, &index))
    return;

  item = mdg_import_job_get_item (self->job, index);
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view),
                                GTK_WIDGET (mdg_import_file_view_new (item)));
  page = adw_navigation_page_new (view, mdg_import_item_get_name (item));
  adw_navigation_view_push (self->navigation, page);
}

static const char *
get_item_icon (MdgImportItem *item)
{
  const MdgImportResult *result = mdg_import_item_get_result (item);

  switch (mdg_import_item_get_state (item))
    {
    case MDG_IMPORT_ITEM_FAILED:
      return "dialog-error-symbolic";
    case MDG_IMPORT_ITEM_READING:
      return "content-loading-symbolic";
    case MDG_IMPORT_ITEM_KNOWN:
    case MDG_IMPORT_ITEM_STORED:
      return "object-select-symbolic";
    case MDG_IMPORT_ITEM_READY:
    default:
      if (mdg_import_item_has_open_question (item))
        return "dialog-question-symbolic";
      return mdg_import_report_count (result->report, MDG_ENTRY_REFUSED) > 0
               ? "dialog-warning-symbolic"
               : "mdg-quality-verified-symbolic";
    }
}

static GtkWidget *
create_file_row (MdgImportDialog *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  g_object_set_data (G_OBJECT (row), "mdg-icon", icon);
  g_object_set_data (G_OBJECT (row), "mdg-next", next);
  g_signal_connect_object (row, "activated", G_CALLBACK (file_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_file_row (GtkWidget *row, MdgImportItem *item)
{
  g_autofree char *summary = mdg_import_words_summarize_item (item);
  gboolean can_open = mdg_import_item_get_state (item) == MDG_IMPORT_ITEM_READY;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mdg_import_item_get_name (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (row), "mdg-icon"),
                                get_item_icon (item));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "mdg-next"), can_open);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_open);
}

static void
show_items (MdgImportDialog *self)
{
  guint n = mdg_import_job_get_n_items (self->job);
  guint n_verified = 0;
  guint n_figures = mdg_import_job_get_n_figures (self->job, &n_verified);
  g_autofree char *headline = mdg_import_words_headline (n_figures, n_verified);
  g_autofree char *explanation = mdg_import_words_explain_job (self->job);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u file", "%u files", n), n);

  adw_window_title_set_subtitle (self->window_title, count);
  gtk_label_set_label (self->total_label, headline);
  gtk_label_set_label (self->total_explanation_label, explanation);
  for (guint i = 0; i < n; i++)
    {
      if (i == self->file_rows->len)
        {
          GtkWidget *row = create_file_row (self);

          adw_preferences_group_add (self->files_group, row);
          g_ptr_array_add (self->file_rows, row);
        }
      update_file_row (g_ptr_array_index (self->file_rows, i),
                       mdg_import_job_get_item (self->job, i));
    }
  gtk_stack_set_visible_child_name (self->stack, "files");
}

static gboolean
any_open_question (MdgImportDialog *self)
{
  for (guint i = 0; i < mdg_import_job_get_n_items (self->job); i++)
    if (mdg_import_item_has_open_question (mdg_import_job_get_item (self->job, i)))
      return TRUE;

  return FALSE;
}

/* Why a button cannot be pressed, or what pressing it leaves out. */
static const char *
get_note (MdgImportDialog *self, guint n_figures, guint n_verified)
{
  if (mdg_import_job_get_state (self->job) == MDG_IMPORT_JOB_STORING)
    return _ ("Storing…");
  if (any_open_question (self))
    return n_figures > 0 ? _ ("What waits for your answer will not be stored.")
                         : _ ("Nothing can be stored before the question is answered.");
  if (n_figures == 0)
    return _ ("There is nothing to store.");
  if (n_verified == 0)
    return _ ("None of these figures can be verified, so there are no verified ones to store.");

  return NULL;
}

static void
show_actions (MdgImportDialog *self, gboolean preview)
{
  guint n_verified = 0;
  guint n_figures = mdg_import_job_get_n_figures (self->job, &n_verified);
  gboolean ready = mdg_import_job_get_state (self->job) == MDG_IMPORT_JOB_READY &&
                   !mdg_import_job_is_reading_again (self->job);
  gboolean storing = mdg_import_job_get_state (self->job) == MDG_IMPORT_JOB_STORING;
  const char *note = get_note (self, n_figures, n_verified);

  gtk_widget_set_visible (self->action_box, preview);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), preview ? _ ("_Cancel") : _ ("_Close"));
  gtk_widget_set_sensitive (self->cancel_button, !storing);
  gtk_widget_set_sensitive (self->all_button, ready && n_figures > 0);
  gtk_widget_set_sensitive (self->verified_button, ready && n_verified > 0);
  /* Where all are verified the two buttons would do the same. */
  gtk_widget_set_visible (self->verified_button, n_verified < n_figures || n_figures == 0);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  gtk_widget_set_visible (self->spinner, mdg_import_job_is_reading_again (self->job));
}

/* Said once, when there is something to decide, to those who do not see it appear. */
static void
announce (MdgImportDialog *self, gboolean preview)
{
  guint n_verified = 0;
  guint n_figures = mdg_import_job_get_n_figures (self->job, &n_verified);
  g_autofree char *headline = NULL;
  const char *text;

  if (self->announced)
    return;
  self->announced = TRUE;

  headline = mdg_import_words_headline (n_figures, n_verified);
  text = preview ? headline : adw_status_page_get_title (self->message_page);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  if (!preview)
    gtk_widget_grab_focus (self->cancel_button);
  else if (gtk_widget_get_sensitive (self->all_button) && !any_open_question (self))
    gtk_widget_grab_focus (self->all_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_error (MdgImportDialog *self)
{
  const GError *error = mdg_import_job_get_error (self->job);

  if (error != NULL)
    adw_banner_set_title (self->error_banner, error->message);
  adw_banner_set_revealed (self->error_banner,
                           error != NULL && mdg_import_job_get_n_items (self->job) > 0);
}

static gboolean
is_preview (MdgImportDialog *self)
{
  guint n = mdg_import_job_get_n_items (self->job);

  for (guint i = 0; i < n; i++)
    if (mdg_import_item_get_state (mdg_import_job_get_item (self->job, i)) == MDG_IMPORT_ITEM_READY)
      return TRUE;

  return FALSE;
}

static void
changed_cb (MdgImportDialog *self)
{
  MdgImportJobState state = mdg_import_job_get_state (self->job);
  guint n = mdg_import_job_get_n_items (self->job);
  const GError *error = mdg_import_job_get_error (self->job);
  gboolean preview = is_preview (self);

  adw_dialog_set_can_close (ADW_DIALOG (self), state != MDG_IMPORT_JOB_STORING);
  if (state == MDG_IMPORT_JOB_READING)
    {
      self->announced = FALSE;
      show_reading (self);
      gtk_widget_set_visible (self->action_box, FALSE);
      return;
    }

  stop_progress (self);
  if (state == MDG_IMPORT_JOB_DONE)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  if (n == 0)
    show_message (self, "dialog-warning-symbolic", _ ("No File to Import"),
                  error != NULL ? error->message
                                : _ ("There is no file in this folder that can be imported."));
  else if (n == 1)
    show_item (self, mdg_import_job_get_item (self->job, 0));
  else
    show_items (self);

  show_error (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), state != MDG_IMPORT_JOB_STORING);
  show_actions (self, preview);
  announce (self, preview);
}

static void
cancel_cb (MdgImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
store_all_cb (MdgImportDialog *self)
{
  mdg_import_job_store (self->job, FALSE);
}

static void
store_verified_cb (MdgImportDialog *self)
{
  mdg_import_job_store (self->job, TRUE);
}

static void
mdg_import_dialog_closed (AdwDialog *dialog)
{
  MdgImportDialog *self = MDG_IMPORT_DIALOG (dialog);

  stop_progress (self);
  mdg_import_job_cancel (self->job);
}

static void
mdg_import_dialog_dispose (GObject *object)
{
  MdgImportDialog *self = MDG_IMPORT_DIALOG (object);

  stop_progress (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->file_rows, g_ptr_array_unref);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (mdg_import_dialog_parent_class)->dispose (object);
}

static void
mdg_import_dialog_class_init (MdgImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = mdg_import_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, reading_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, message_page);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, file_bin);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, total_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, total_explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, files_group);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, action_box);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, verified_button);
  gtk_widget_class_bind_template_child (widget_class, MdgImportDialog, all_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, store_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, store_verified_cb);
}

static void
mdg_import_dialog_init (MdgImportDialog *self)
{
  self->file_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->all_button);
}

/**
 * mdg_import_dialog_new:
 * @job: what comes in
 *
 * Returns: (transfer floating): a dialog that shows it and asks what to store
 */
MdgImportDialog *
mdg_import_dialog_new (MdgImportJob *job)
{
  MdgImportDialog *self = g_object_new (MDG_TYPE_IMPORT_DIALOG, NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return self;
}

/**
 * mdg_import_dialog_get_job:
 * @self: a dialog
 *
 * Returns: (transfer none): what comes in
 */
MdgImportJob *
mdg_import_dialog_get_job (MdgImportDialog *self)
{
  g_return_val_if_fail (MDG_IS_IMPORT_DIALOG (self), NULL);

  return self->job;
}
