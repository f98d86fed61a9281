using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>The side of a journal line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntrySide>))]
public enum EntrySide
{
    /// <summary>Debit: what we own or lose grows.</summary>
    Debit,

    /// <summary>Credit: what we owe or earn grows.</summary>
    Credit,
}
