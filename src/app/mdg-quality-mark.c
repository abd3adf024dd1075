/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-quality-mark.h"

#include <glib/gi18n.h>

#include "model/mdg-provenance.h"
#include "widget/mdg-tooltip.h"

struct _MdgQualityMark
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *popover_title;
  GtkLabel *popover_text;
};

enum
{
  PROP_0,
  PROP_SHOW_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgQualityMark, mdg_quality_mark, ADW_TYPE_BIN)

static void
mdg_quality_mark_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgQualityMark *self = MDG_QUALITY_MARK (object);

  switch (property_id)
    {
    case PROP_SHOW_LABEL:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->label)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_quality_mark_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  MdgQualityMark *self = MDG_QUALITY_MARK (object);

  switch (property_id)
    {
    case PROP_SHOW_LABEL:
      if (gtk_widget_get_visible (GTK_WIDGET (self->label)) != g_value_get_boolean (value))
        {
          gtk_widget_set_visible (GTK_WIDGET (self->label), g_value_get_boolean (value));
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_quality_mark_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_QUALITY_MARK);

  G_OBJECT_CLASS (mdg_quality_mark_parent_class)->dispose (object);
}

static void
mdg_quality_mark_class_init (MdgQualityMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_quality_mark_get_property;
  object_class->set_property = mdg_quality_mark_set_property;
  object_class->dispose = mdg_quality_mark_dispose;

  properties[PROP_SHOW_LABEL] =
    g_param_spec_boolean ("show-label", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-quality-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgQualityMark, icon);
  gtk_widget_class_bind_template_child (widget_class, MdgQualityMark, label);
  gtk_widget_class_bind_template_child (widget_class, MdgQualityMark, popover_title);
  gtk_widget_class_bind_template_child (widget_class, MdgQualityMark, popover_text);
}

static void
mdg_quality_mark_init (MdgQualityMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_quality_mark_set_figure:
 * @self: a #MdgQualityMark
 * @figures: (nullable): the figures
 * @observation: (nullable): one of @figures, or %NULL if there is none to speak of
 *
 * Shows what stands behind @observation.
 */
void
mdg_quality_mark_set_figure (MdgQualityMark *self,
                             MdgFigures *figures,
                             const MdgObservation *observation)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  const char *label;
  GtkWidget *button;

  g_return_if_fail (MDG_IS_QUALITY_MARK (self));

  /* Not bound to the template, whose disposal would take it out of the bin behind the bin's back. */
  button = adw_bin_get_child (ADW_BIN (self));

  gtk_widget_set_visible (GTK_WIDGET (self), observation != NULL);
  if (observation == NULL)
    return;

  label = mdg_quality_get_label (observation->quality);
  text = mdg_provenance_describe (figures, observation);
  /* Translators: what a button tells on demand: how far the figure is proved, e.g. “Quality: Verified”. */
  name = g_strdup_printf (_ ("Quality: %s"), label);

  gtk_image_set_from_icon_name (self->icon, mdg_provenance_get_icon_name (observation->quality));
  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->popover_title, label);
  gtk_label_set_label (self->popover_text, text);
  mdg_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
