/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-stat-card.h"

#include <glib/gi18n.h>

#include "app/mdg-quality-mark.h"
#include "core/mdg-format.h"

struct _MdgStatCard
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *value_label;
  GtkLabel *period_label;
  GtkLabel *detail_label;
  GtkLabel *note_label;
  GtkButton *link_button;
  MdgQualityMark *quality_mark;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_NOTE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgStatCard, mdg_stat_card, ADW_TYPE_BIN)

static void
set_text (MdgStatCard *self, GtkLabel *label, const char *text, guint property_id)
{
  const char *shown = text != NULL ? text : "";

  if (g_str_equal (gtk_label_get_label (label), shown))
    return;

  gtk_label_set_label (label, shown);
  gtk_widget_set_visible (GTK_WIDGET (label), *shown != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

static void
mdg_stat_card_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgStatCard *self = MDG_STAT_CARD (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;

    case PROP_DETAIL:
      g_value_set_string (value, gtk_label_get_label (self->detail_label));
      break;

    case PROP_NOTE:
      g_value_set_string (value, gtk_label_get_label (self->note_label));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_stat_card_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  MdgStatCard *self = MDG_STAT_CARD (object);

  switch (property_id)
    {
    case PROP_TITLE:
      mdg_stat_card_set_title (self, g_value_get_string (value));
      break;

    case PROP_DETAIL:
      mdg_stat_card_set_detail (self, g_value_get_string (value));
      break;

    case PROP_NOTE:
      mdg_stat_card_set_note (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_stat_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_STAT_CARD);

  G_OBJECT_CLASS (mdg_stat_card_parent_class)->dispose (object);
}

static void
mdg_stat_card_class_init (MdgStatCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_stat_card_get_property;
  object_class->set_property = mdg_stat_card_set_property;
  object_class->dispose = mdg_stat_card_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MDG_TYPE_QUALITY_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-stat-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgStatCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgStatCard, value_label);
  gtk_widget_class_bind_template_child (widget_class, MdgStatCard, period_label);
  gtk_widget_class_bind_template_child (widget_class, MdgStatCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, MdgStatCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, MdgStatCard, link_button);
  gtk_widget_class_bind_template_child (widget_class, MdgStatCard, quality_mark);
}

static void
mdg_stat_card_init (MdgStatCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, NULL, -1);
}

/**
 * mdg_stat_card_set_title:
 * @self: a #MdgStatCard
 * @title: (nullable): what the figure is
 */
void
mdg_stat_card_set_title (MdgStatCard *self, const char *title)
{
  g_return_if_fail (MDG_IS_STAT_CARD (self));

  set_text (self, self->title_label, title, PROP_TITLE);
}

/**
 * mdg_stat_card_set_figure:
 * @self: a #MdgStatCard
 * @figures: (nullable): the figures
 * @observation: (nullable): one of @figures, or %NULL if the figure is not known
 */
void
mdg_stat_card_set_figure (MdgStatCard *self, MdgFigures *figures, const MdgObservation *observation)
{
  g_return_if_fail (MDG_IS_STAT_CARD (self));

  mdg_quality_mark_set_figure (self->quality_mark, figures, observation);

  if (observation != NULL)
    {
      g_autofree char *value = mdg_format_value_full (observation);
      g_autofree char *period = mdg_format_period (observation);
      MdgBasis basis = mdg_measure_get_basis (observation->measure);
      g_autofree char *line = basis != MDG_BASIS_NONE
                                ? g_strdup_printf ("%s · %s", period, mdg_basis_get_label (basis))
                                : g_strdup (period);

      gtk_label_set_label (self->value_label, value);
      gtk_label_set_label (self->period_label, line);
    }
  else
    {
      gtk_label_set_label (self->value_label, "–");
      gtk_label_set_label (self->period_label, _ ("Not known"));
    }
}

/**
 * mdg_stat_card_set_detail:
 * @self: a #MdgStatCard
 * @detail: (nullable): what else is to be told of the figure
 */
void
mdg_stat_card_set_detail (MdgStatCard *self, const char *detail)
{
  g_return_if_fail (MDG_IS_STAT_CARD (self));

  set_text (self, self->detail_label, detail, PROP_DETAIL);
}

/**
 * mdg_stat_card_set_note:
 * @self: a #MdgStatCard
 * @note: (nullable): what the figure is not, so that it is not taken for another
 */
void
mdg_stat_card_set_note (MdgStatCard *self, const char *note)
{
  g_return_if_fail (MDG_IS_STAT_CARD (self));

  set_text (self, self->note_label, note, PROP_NOTE);
}

/**
 * mdg_stat_card_set_link:
 * @self: a #MdgStatCard
 * @label: (nullable): where it leads, or %NULL for no way on
 * @action_name: the action that goes there
 * @target: (nullable): its target; a floating reference is taken
 *
 * Offers a way from the figure to more of it.
 */
void
mdg_stat_card_set_link (MdgStatCard *self,
                        const char *label,
                        const char *action_name,
                        GVariant *target)
{
  g_return_if_fail (MDG_IS_STAT_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->link_button), label != NULL);
  gtk_button_set_label (self->link_button, label != NULL ? label : "");
  /* In this order the action never stands there without the target it wants. */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->link_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link_button), action_name);
}
