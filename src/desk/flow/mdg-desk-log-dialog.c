/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-desk-log-dialog.h"

#include <glib/gi18n.h>

#include "chart/mdg-chart-card.h"
#include "core/mdg-desk-log.h"
#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-save-file.h"
#include "draw/mdg-chart-counts.h"
#include "export/mdg-export-desk-log.h"

#define PAGE_WAITING "waiting"
#define PAGE_EMPTY "empty"
#define PAGE_COUNTS "counts"

struct _MdgDeskLogDialog
{
  AdwDialog parent_instance;

  MdgStore *store;
  MdgGuidePack *pack;
  GPtrArray *counts; /* (nullable) (element-type MdgDeskLogCount) */
  GArray *months;    /* (element-type MdgMonth): the latest first */
  gboolean logging;

  GtkStack *stack;
  AdwComboRow *month_row;
  AdwActionRow *total_row;
  MdgChartCard *chart_card;
};

enum
{
  PROP_0,
  PROP_LOGGING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgDeskLogDialog, mdg_desk_log_dialog, ADW_TYPE_DIALOG)

static void
tell (MdgDeskLogDialog *self, const char *text)
{
  mdg_desk_tell (GTK_WIDGET (self->stack), text);
}

/* MDG_MONTH_NONE stands for all months together. */
static MdgMonth
get_selected_month (MdgDeskLogDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->month_row);

  return selected < self->months->len ? g_array_index (self->months, MdgMonth, selected)
                                      : MDG_MONTH_NONE;
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const MdgChartCount *bar_a = a;
  const MdgChartCount *bar_b = b;

  if (bar_a->count != bar_b->count)
    return bar_a->count > bar_b->count ? -1 : 1;

  return g_strcmp0 (bar_a->id, bar_b->id);
}

static void
add_to_bars (GArray *bars, const MdgDeskLogCount *count, const MdgGuidePack *pack)
{
  MdgChartCount bar = { .id = count->situation_id, .count = count->count };

  for (guint i = 0; i < bars->len; i++)
    {
      MdgChartCount *other = &g_array_index (bars, MdgChartCount, i);

      if (g_str_equal (other->id, count->situation_id))
        {
          other->count += count->count;
          return;
        }
    }

  bar.label = mdg_export_desk_log_get_situation (pack, count->situation_id);
  g_array_append_val (bars, bar);
}

static void
show_month (MdgDeskLogDialog *self)
{
  MdgMonth month = get_selected_month (self);
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (MdgChartCount));
  g_autofree char *month_name =
    month != MDG_MONTH_NONE ? mdg_format_month (month) : g_strdup (_ ("All Months"));
  g_autofree char *number = NULL;
  g_autoptr (MdgChartScene) scene = NULL;
  guint total = 0;

  if (self->counts == NULL)
    return;

  for (guint i = 0; i < self->counts->len; i++)
    {
      const MdgDeskLogCount *count = g_ptr_array_index (self->counts, i);

      if (month != MDG_MONTH_NONE && count->month != month)
        continue;
      add_to_bars (bars, count, self->pack);
      total += count->count;
    }
  g_array_sort (bars, compare_bars);

  number = mdg_format_count (total);
  adw_action_row_set_subtitle (self->total_row, number);
  scene = mdg_chart_counts_new (_ ("Cases at the Desk"), month_name, C_ ("chart table", "Case"),
                                (const MdgChartCount *) bars->data, bars->len);
  mdg_chart_card_set_scene (self->chart_card, scene);
}

static void
show_counts (MdgDeskLogDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->months, 0);
  for (guint i = 0; i < self->counts->len; i++)
    {
      const MdgDeskLogCount *count = g_ptr_array_index (self->counts, i);
      g_autofree char *name = NULL;

      if (self->months->len > 0 &&
          g_array_index (self->months, MdgMonth, self->months->len - 1) == count->month)
        continue;
      g_array_append_val (self->months, count->month);
      name = mdg_format_month (count->month);
      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _ ("All Months"));

  adw_combo_row_set_model (self->month_row, G_LIST_MODEL (names));
  gtk_stack_set_visible_child_name (self->stack, self->counts->len > 0 ? PAGE_COUNTS : PAGE_EMPTY);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.export", self->counts->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.delete", self->counts->len > 0);
  show_month (self);
}

static gpointer
count_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_count_desk_log (database, error);
}

static void
count_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgDeskLogDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *counts = mdg_store_run_finish (MDG_STORE (source), result, &error);

  if (self->store == NULL)
    {
      g_clear_pointer (&counts, g_ptr_array_unref);
      return;
    }
  if (counts == NULL)
    {
      tell (self, error->message);
      return;
    }

  g_clear_pointer (&self->counts, g_ptr_array_unref);
  self->counts = counts;
  show_counts (self);
}

static void
load (MdgDeskLogDialog *self)
{
  mdg_store_run_async (self->store, count_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                       NULL, count_done_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgDeskLogDialog *self = MDG_DESK_LOG_DIALOG (widget);

  mdg_save_file_text (GTK_WIDGET (self->stack), "desk-log.csv",
                      mdg_export_desk_log (self->counts, self->pack));
}

static gpointer
delete_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_delete_desk_log (database, error));
}

static void
delete_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgDeskLogDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!mdg_store_run_finish (MDG_STORE (source), result, &error))
    {
      if (self->store != NULL)
        tell (self, error->message);
      return;
    }
  if (self->store == NULL)
    return;

  tell (self, _ ("The desk log was deleted"));
  load (self);
}

static void
delete_chosen_cb (MdgDeskLogDialog *self, const char *response)
{
  if (g_str_equal (response, "delete") && self->store != NULL)
    mdg_store_run_async (self->store, delete_work, NULL, NULL, NULL, NULL, delete_done_cb,
                         g_object_ref (self));
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AdwDialog *question = adw_alert_dialog_new (
    _ ("Delete the Whole Desk Log?"), _ ("All months are deleted. They cannot be brought back."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _ ("_Cancel"), "delete",
                                  _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "delete",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (delete_chosen_cb), widget,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, widget);
}

static void
copied_cb (MdgDeskLogDialog *self)
{
  tell (self, _ ("Copied to the clipboard"));
}

static void
mdg_desk_log_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgDeskLogDialog *self = MDG_DESK_LOG_DIALOG (object);

  switch (prop_id)
    {
    case PROP_LOGGING:
      g_value_set_boolean (value, self->logging);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_desk_log_dialog_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  MdgDeskLogDialog *self = MDG_DESK_LOG_DIALOG (object);

  switch (prop_id)
    {
    case PROP_LOGGING:
      if (self->logging == g_value_get_boolean (value))
        return;
      self->logging = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_desk_log_dialog_dispose (GObject *object)
{
  MdgDeskLogDialog *self = MDG_DESK_LOG_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_DESK_LOG_DIALOG);
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_desk_log_dialog_parent_class)->dispose (object);
}

static void
mdg_desk_log_dialog_class_init (MdgDeskLogDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_desk_log_dialog_get_property;
  object_class->set_property = mdg_desk_log_dialog_set_property;
  object_class->dispose = mdg_desk_log_dialog_dispose;

  /**
   * MdgDeskLogDialog:logging:
   *
   * Whether cases are noted.
   */
  properties[PROP_LOGGING] =
    g_param_spec_boolean ("logging", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MDG_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/flow/mdg-desk-log-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDeskLogDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskLogDialog, month_row);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskLogDialog, total_row);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskLogDialog, chart_card);
  gtk_widget_class_bind_template_callback (widget_class, show_month);
  gtk_widget_class_bind_template_callback (widget_class, copied_cb);

  gtk_widget_class_install_action (widget_class, "log.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "log.delete", NULL, delete_cb);
}

static void
mdg_desk_log_dialog_init (MdgDeskLogDialog *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (MdgMonth));
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.delete", FALSE);
}

/**
 * mdg_desk_log_dialog_new:
 * @store: where the log is kept
 * @pack: the guide pack that knows what cases and outcomes are called
 *
 * Returns: (transfer floating): a dialog that counts what is in the log
 */
AdwDialog *
mdg_desk_log_dialog_new (MdgStore *store, MdgGuidePack *pack)
{
  MdgDeskLogDialog *self;

  g_return_val_if_fail (MDG_IS_STORE (store), NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  self = g_object_new (MDG_TYPE_DESK_LOG_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->pack = mdg_guide_pack_ref (pack);
  load (self);

  return ADW_DIALOG (self);
}
