using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>Where a computed line comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LineOrigin>))]
public enum LineOrigin
{
    /// <summary>A line of the document, in its order.</summary>
    Line,

    /// <summary>The part of a document discount that falls on one set of taxes.</summary>
    Discount,

    /// <summary>The part of a down payment that falls on one set of taxes; below zero where it is deducted.</summary>
    DownPayment,
}
