using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>When a debtor who became insolvent paid.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InsolvencyPaymentPhase>))]
public enum InsolvencyPaymentPhase
{
    /// <summary>
    /// In the months before the petition in which payments may be voided as preferences (Germany: Insolvenzordnung § 130, three
    /// months).
    /// </summary>
    Preference,

    /// <summary>On the day of the opening or later: the debtor could not dispose any more (Insolvenzordnung §§ 80, 81).</summary>
    AfterOpening,
}
