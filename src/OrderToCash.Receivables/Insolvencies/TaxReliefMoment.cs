using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>When the law lets the tax of a debt of an insolvent customer be taken back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxReliefMoment>))]
public enum TaxReliefMoment
{
    /// <summary>With the opening of proceedings (Germany: Umsatzsteuer-Anwendungserlass 17.1).</summary>
    Opening,

    /// <summary>When the claim is filed.</summary>
    Filing,

    /// <summary>
    /// So many months after the debt was due, whatever the proceedings (United Kingdom: six months, VAT Notice 700/18).
    /// </summary>
    AfterDue,

    /// <summary>When proceedings have ended.</summary>
    Closing,
}
