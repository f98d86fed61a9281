using System.Text.Json.Serialization;

namespace OrderToCash.Insights;

/// <summary>Why a figure has no value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UndefinedReason>))]
public enum UndefinedReason
{
    /// <summary>There were no credit sales in the window to compare with.</summary>
    NoSales,

    /// <summary>The sales known are used up before the receivables are, or a period without sales stops the count.</summary>
    HistoryExhausted,

    /// <summary>Credits exceed what is owed.</summary>
    ReceivablesBelowZero,

    /// <summary>There was nothing to collect.</summary>
    NothingCollectable,

    /// <summary>Nothing was observed.</summary>
    NoObservations,

    /// <summary>A figure this one is made of is undefined itself.</summary>
    InputUndefined,

    /// <summary>Who lets the discount go gains no day by it: the net date is not after the last discount date.</summary>
    NoTimeGained,

    /// <summary>It is more than a figure can hold.</summary>
    TooLarge,
}
