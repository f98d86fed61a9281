namespace OrderToCash.EInvoicing;

/// <summary>Where a <see cref="Utf8XmlReader"/> stands.</summary>
internal enum XmlToken
{
    None,
    Start,
    Text,
    End,
    EndOfFile,
}
