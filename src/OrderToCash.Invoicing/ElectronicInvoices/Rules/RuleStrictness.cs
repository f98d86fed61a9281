using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// What a tax figure is that lies inside the window of the official rules (one unit of currency), but is not exact. Rules:
/// <c>O2C-TAX-BASE</c>, <c>O2C-TAX-AMOUNT</c>. A credit note that cites an invoice may differ by one minor unit a category and
/// rate in both: that is only an information, cumulative rounding needs it.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleStrictness>))]
public enum RuleStrictness
{
    /// <summary>
    /// A warning: every verdict is the official one. For documents that others made. One exception: a wrong check digit in the
    /// number of a party (PEPPOL-COMMON-R040 to R057, SE-R-013) is a warning as well; published examples have invented numbers.
    /// </summary>
    Official,

    /// <summary>
    /// Fatal, wrong check digits too: the figures are exact to the cent. For documents computed by breakdown, as ours are.
    /// </summary>
    Exact,
}
