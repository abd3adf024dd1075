/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-card.h"

#include <glib/gi18n.h>

#include "chart/mdg-chart-table-view.h"
#include "chart/mdg-definition-popover.h"
#include "widget/mdg-popup.h"
#include "widget/mdg-tooltip.h"

struct _MdgChartCard
{
  GtkWidget parent_instance;

  MdgChartScene *scene;
  gboolean show_table;

  GtkWidget *header;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *note_label;
  GtkMenuButton *info_button;
  GtkMenuButton *menu_button;
  GMenuModel *chart_menu;
  GtkStack *stack;
  MdgChartView *view;
  MdgChartTableView *table_view;
};

enum
{
  PROP_0,
  PROP_SCENE,
  PROP_SHOW_TABLE,
  N_PROPS
};

enum
{
  SIGNAL_POINT_ACTIVATED,
  SIGNAL_COPIED,
  SIGNAL_EXPORT_REQUESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgChartCard, mdg_chart_card, GTK_TYPE_WIDGET)

static void
set_optional_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_name (GtkMenuButton *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_table (MdgChartCard *self)
{
  mdg_chart_table_view_set_table (self->table_view, self->show_table && self->scene != NULL
                                                      ? mdg_chart_scene_get_table (self->scene)
                                                      : NULL);
}

static void
update_definition (MdgChartCard *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->info_button);

  if (popover != NULL)
    mdg_definition_popover_set_text (
      MDG_DEFINITION_POPOVER (popover),
      self->scene != NULL ? mdg_chart_scene_get_definition (self->scene) : NULL);
}

/* Made when it is first asked for, as the menu is. */
static void
create_definition_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  gtk_menu_button_set_popover (button, mdg_definition_popover_new ());
  update_definition (data);
}

static void
update_scene (MdgChartCard *self)
{
  MdgChartScene *scene = self->scene;
  gboolean has_points = scene != NULL && mdg_chart_scene_get_n_points (scene) > 0;
  const char *title = scene != NULL ? mdg_chart_scene_get_title (scene) : "";
  const char *definition = scene != NULL ? mdg_chart_scene_get_definition (scene) : NULL;
  /* Several cards of a page have the same buttons, so each button names its chart. */
  /* Translators: %s is the title of a chart. */
  g_autofree char *info_name = g_strdup_printf (_ ("About “%s”"), title);
  /* Translators: %s is the title of a chart. */
  g_autofree char *menu_name = g_strdup_printf (_ ("Menu of “%s”"), title);

  gtk_label_set_label (self->title_label, title);
  set_optional_text (self->subtitle_label,
                     scene != NULL ? mdg_chart_scene_get_subtitle (scene) : NULL);
  set_optional_text (self->note_label, scene != NULL ? mdg_chart_scene_get_note (scene) : NULL);
  update_definition (self);
  gtk_widget_set_visible (GTK_WIDGET (self->info_button), definition != NULL);
  set_name (self->info_button, info_name);
  set_name (self->menu_button, menu_name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", has_points);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.export", has_points);
  mdg_chart_view_set_scene (self->view, scene);
  update_table (self);
}

static void
point_activated_cb (MdgChartCard *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_POINT_ACTIVATED], 0, id);
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgChartCard *self = MDG_CHART_CARD (widget);
  g_autofree char *text = NULL;

  if (self->scene == NULL)
    return;

  text = mdg_chart_table_to_tsv (mdg_chart_scene_get_table (self->scene));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  g_signal_emit (self, signals[SIGNAL_COPIED], 0);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgChartCard *self = MDG_CHART_CARD (widget);

  if (self->scene != NULL)
    g_signal_emit (self, signals[SIGNAL_EXPORT_REQUESTED], 0,
                   g_variant_get_string (parameter, NULL));
}

static void
mdg_chart_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgChartCard *self = MDG_CHART_CARD (object);

  switch (prop_id)
    {
    case PROP_SCENE:
      g_value_set_object (value, self->scene);
      break;

    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_chart_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MdgChartCard *self = MDG_CHART_CARD (object);

  switch (prop_id)
    {
    case PROP_SCENE:
      mdg_chart_card_set_scene (self, g_value_get_object (value));
      break;

    case PROP_SHOW_TABLE:
      mdg_chart_card_set_show_table (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_chart_card_dispose (GObject *object)
{
  MdgChartCard *self = MDG_CHART_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_CHART_CARD);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (mdg_chart_card_parent_class)->dispose (object);
}

static void
mdg_chart_card_class_init (MdgChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_chart_card_get_property;
  object_class->set_property = mdg_chart_card_set_property;
  object_class->dispose = mdg_chart_card_dispose;

  properties[PROP_SCENE] =
    g_param_spec_object ("scene", NULL, NULL, MDG_TYPE_CHART_SCENE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_TABLE] =
    g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_POINT_ACTIVATED] =
    g_signal_new ("point-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_COPIED] = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_EXPORT_REQUESTED] =
    g_signal_new ("export-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MDG_TYPE_CHART_VIEW);
  g_type_ensure (MDG_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/chart/mdg-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, header);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, info_button);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, chart_menu);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, MdgChartCard, table_view);
  gtk_widget_class_bind_template_callback (widget_class, point_activated_cb);

  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "show-table");
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.export", "s", export_cb);
  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mdg_chart_card_init (MdgChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  mdg_tooltip_set (GTK_WIDGET (self->info_button), _ ("What This Shows"));
  mdg_tooltip_set (GTK_WIDGET (self->menu_button), _ ("Chart Menu"));
  gtk_menu_button_set_create_popup_func (self->info_button, create_definition_cb, self, NULL);
  mdg_popup_prepare_menu (self->menu_button, self->chart_menu);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, NULL, -1);
  update_scene (self);
}

/**
 * mdg_chart_card_new:
 *
 * Returns: (transfer floating): a card without a scene
 */
GtkWidget *
mdg_chart_card_new (void)
{
  return g_object_new (MDG_TYPE_CHART_CARD, NULL);
}

/**
 * mdg_chart_card_get_scene:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MdgChartScene *
mdg_chart_card_get_scene (MdgChartCard *self)
{
  g_return_val_if_fail (MDG_IS_CHART_CARD (self), NULL);

  return self->scene;
}

/**
 * mdg_chart_card_set_scene:
 * @self: a card
 * @scene: (nullable): what to show
 *
 * Shows another scene, as a chart or as a table, whichever is chosen.
 */
void
mdg_chart_card_set_scene (MdgChartCard *self, MdgChartScene *scene)
{
  g_return_if_fail (MDG_IS_CHART_CARD (self));
  g_return_if_fail (scene == NULL || MDG_IS_CHART_SCENE (scene));

  if (!g_set_object (&self->scene, scene))
    return;

  update_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}

/**
 * mdg_chart_card_get_show_table:
 * @self: a card
 *
 * Returns: whether the data are shown as a table
 */
gboolean
mdg_chart_card_get_show_table (MdgChartCard *self)
{
  g_return_val_if_fail (MDG_IS_CHART_CARD (self), FALSE);

  return self->show_table;
}

/**
 * mdg_chart_card_set_show_table:
 * @self: a card
 * @show_table: whether to show the data as a table instead of the chart
 *
 * Chooses between the chart and its data.
 */
void
mdg_chart_card_set_show_table (MdgChartCard *self, gboolean show_table)
{
  g_return_if_fail (MDG_IS_CHART_CARD (self));

  show_table = !!show_table;
  if (self->show_table == show_table)
    return;

  self->show_table = show_table;
  update_table (self);
  gtk_stack_set_visible_child (self->stack, show_table ? GTK_WIDGET (self->table_view)
                                                       : GTK_WIDGET (self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}
