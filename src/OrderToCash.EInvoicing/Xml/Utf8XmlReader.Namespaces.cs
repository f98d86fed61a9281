using System.Text;

namespace OrderToCash.EInvoicing;

internal sealed partial class Utf8XmlReader
{
    private const int LongestNamespace = 2048;

    private Binding[] bindings = new Binding[8];
    private int bindingCount;
    private List<string>? unknownNamespaces;

    /// <summary>The address of a namespace that has a number.</summary>
    public string NamespaceUri(int number) => number switch
    {
        >= XmlNamespace.FirstUnknown => unknownNamespaces![number - XmlNamespace.FirstUnknown],
        XmlNamespace.None => "",
        XmlNamespace.Xml => "http://www.w3.org/XML/1998/namespace",
        XmlNamespace.UblInvoice => XmlNamespace.UblInvoiceUri,
        XmlNamespace.UblCreditNote => XmlNamespace.UblCreditNoteUri,
        XmlNamespace.Cac => "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
        XmlNamespace.Cbc => "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
        XmlNamespace.Rsm => "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
        XmlNamespace.Ram => "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
        XmlNamespace.Udt => "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
        XmlNamespace.Qdt => "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
        _ => "http://www.w3.org/2000/xmlns/",
    };

    private void Bind(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> uri)
    {
        if (uri.Length > LongestNamespace) throw TooLarge(LongestNamespace, "bytes in one namespace");
        var known = XmlNamespace.Known(uri);
        var isXml = prefix.SequenceEqual("xml"u8);
        if (prefix.SequenceEqual("xmlns"u8) || known == XmlNamespace.Xmlns || isXml != (known == XmlNamespace.Xml))
            throw NotWellFormed("a reserved prefix or namespace is declared");
        if (uri.IsEmpty && !prefix.IsEmpty) throw NotWellFormed("a prefix is declared without a namespace");
        for (var i = bindingCount - 1; i >= 0 && bindings[i].Depth == Depth; i--)
            if (prefix.SequenceEqual(bindings[i].Prefix)) throw NotWellFormed("a namespace is declared twice");
        if (bindingCount == limits.Attributes * 4) throw TooLarge(limits.Attributes * 4, "namespace declarations");
        if (bindingCount == bindings.Length) Array.Resize(ref bindings, bindings.Length * 2);
        var slot = bindings[bindingCount].Prefix;
        bindings[bindingCount++] = new Binding
        {
            Prefix = slot is not null && prefix.SequenceEqual(slot) ? slot : prefix.ToArray(),
            Namespace = uri.IsEmpty ? XmlNamespace.None : known >= 0 ? known : NumberOf(uri),
            Depth = Depth,
        };
    }

    private int NumberOf(ReadOnlySpan<byte> uri)
    {
        unknownNamespaces ??= [];
        var text = Encoding.UTF8.GetString(uri);
        var index = unknownNamespaces.IndexOf(text);
        if (index < 0)
        {
            if (unknownNamespaces.Count == limits.Attributes * 4) throw TooLarge(limits.Attributes * 4, "namespaces");
            index = unknownNamespaces.Count;
            unknownNamespaces.Add(text);
        }
        return XmlNamespace.FirstUnknown + index;
    }

    private int Resolve(ReadOnlySpan<byte> prefix, bool isAttribute)
    {
        for (var i = bindingCount - 1; i >= 0; i--)
            if (prefix.SequenceEqual(bindings[i].Prefix)) return bindings[i].Namespace;
        if (prefix.IsEmpty && !isAttribute) return XmlNamespace.None;
        if (prefix.SequenceEqual("xml"u8)) return XmlNamespace.Xml;
        throw NotWellFormed($"the prefix '{Encoding.UTF8.GetString(prefix)}' is not declared");
    }

    private void Unbind()
    {
        while (bindingCount > 0 && bindings[bindingCount - 1].Depth > Depth) bindingCount--;
    }

    private struct Binding
    {
        public byte[] Prefix;
        public int Namespace, Depth;
    }
}
