using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>The character set of an EPC code; of the eight the guidelines know, the two that are in use.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EpcCharacterSet>))]
public enum EpcCharacterSet
{
    /// <summary>UTF-8 (1).</summary>
    Utf8,

    /// <summary>ISO 8859-1 (2): a byte a character, letters of western Europe.</summary>
    Latin1,
}
