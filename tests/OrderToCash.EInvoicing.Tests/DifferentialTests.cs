using System.Text;
using System.Xml;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>Our pull reader beside the framework's: the same tokens for every file, and both refuse or neither.</summary>
public sealed class DifferentialTests
{
    [DataFact]
    public void All_public_files_have_the_same_tokens()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Data!, "einvoice"), "*.xml", SearchOption.AllDirectories))
            Compare(File.ReadAllBytes(file), Path.GetFileName(file));
    }

    [DataFact]
    public void Mutated_files_have_the_same_tokens_or_both_refuse()
    {
        var seeds = ExampleFiles.All().Where(f => new FileInfo(f).Length < 20_000).Select(File.ReadAllBytes).ToList();
        var (next, refused, same) = (new Random(20260131), 0, 0);
        for (var i = 0; i < 30_000; i++)
        {
            var bytes = Mutate(seeds[next.Next(seeds.Count)], next);
            if (Compare(bytes, $"mutation {i}")) same++;
            else refused++;
        }
        Assert.True(same > 1_000 && refused > 1_000, $"{same} same, {refused} refused");
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a b='1' c=\"2\"/>")]
    [InlineData("<a>&#x41;&#66;&lt;&gt;&amp;&quot;&apos;</a>")]
    [InlineData("<a>x<![CDATA[<&>]]>y<!-- c -->z<?p q?></a>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\r\n<a>\r\n1\r2\n</a>\n<!-- end -->")]
    [InlineData("<a b='x\t\r\ny&#10;z'/>")]
    [InlineData("<p:a xmlns:p='u' xmlns='v'><b p:c='1' c='2'/></p:a>")]
    [InlineData("<a xmlns='u'><b xmlns=''/></a>")]
    [InlineData("<größe maß='ü'>ß</größe>")]
    [InlineData("<a xml:lang='de'>😀</a>")]
    public void Well_formed_text_has_the_same_tokens(string xml) => Assert.True(Compare(Encoding.UTF8.GetBytes(xml), xml));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("<a")]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a/>x")]
    [InlineData("<a b='1' b='2'/>")]
    [InlineData("<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>")]
    [InlineData("<a b=1/>")]
    [InlineData("<a b='1'c='2'/>")]
    [InlineData("<a b='<'/>")]
    [InlineData("<a>]]></a>")]
    [InlineData("<a>&x;</a>")]
    [InlineData("<a>&#0;</a>")]
    [InlineData("<a>&#xFFFE;</a>")]
    [InlineData("<a>&</a>")]
    [InlineData("<a>& b</a>")]
    [InlineData("<a><!-- a -- b --></a>")]
    [InlineData("<a><?xml version='1.0'?></a>")]
    [InlineData("<p:a/>")]
    [InlineData("<a p:b='1'/>")]
    [InlineData("<a:b:c xmlns:a='u'/>")]
    [InlineData("<1a/>")]
    [InlineData("<a xmlns:xml='u'/>")]
    [InlineData("<a xmlns:p=''/>")]
    [InlineData("<a>\u0001</a>")]
    [InlineData("<a>\uFFFF</a>")]
    [InlineData("<?xml version='1.1'?><a/>")]
    [InlineData(" <?xml version='1.0'?><a/>")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<a/><![CDATA[x]]>")]
    [InlineData("< a/>")]
    [InlineData("<a / >")]
    [InlineData("</a>")]
    public void Broken_text_is_refused_by_both(string xml) => Assert.False(Compare(Encoding.UTF8.GetBytes(xml), xml));

    private static bool Compare(byte[] bytes, string name)
    {
        var theirs = Theirs(bytes);
        var ours = Ours(bytes);
        if (theirs != ours) Assert.Equal($"{name}: {theirs}", $"{name}: {ours}");
        return ours != "refused";
    }

    private static string Ours(byte[] bytes)
    {
        var text = new StringBuilder();
        try
        {
            using var xml = new Utf8XmlReader(EInvoiceLimits.Default with { Depth = 10_000 }, null, bytes);
            while (xml.Read() is var token && token != XmlToken.EndOfFile)
            {
                if (token == XmlToken.Start)
                {
                    text.Append($"<{{{xml.NamespaceUri(xml.Namespace)}}}{Encoding.UTF8.GetString(xml.LocalName)}");
                    for (var i = 0; i < xml.AttributeCount; i++)
                        text.Append($" {{{xml.NamespaceUri(xml.AttributeNamespace(i))}}}{Encoding.UTF8.GetString(xml.AttributeName(i))}="
                            + $"'{Encoding.UTF8.GetString(xml.AttributeValue(i))}'");
                    text.Append('>');
                }
                else
                {
                    text.Append(token == XmlToken.End ? "</>" : Encoding.UTF8.GetString(xml.Text));
                }
            }
            return text.ToString();
        }
        catch (RefusedFileException)
        {
            return "refused";
        }
    }

    private static string Theirs(byte[] bytes)
    {
        var text = new StringBuilder();
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Prohibit });
            while (xml.Read())
            {
                switch (xml.NodeType)
                {
                    case XmlNodeType.Element:
                        text.Append($"<{{{xml.NamespaceURI}}}{xml.LocalName}");
                        var empty = xml.IsEmptyElement;
                        while (xml.MoveToNextAttribute())
                            if (xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                                text.Append($" {{{xml.NamespaceURI}}}{xml.LocalName}='{xml.Value}'");
                        text.Append(empty ? "></>" : ">");
                        break;
                    case XmlNodeType.EndElement: text.Append("</>"); break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace: text.Append(xml.Value); break;
                    case XmlNodeType.Whitespace when xml.Depth > 0: text.Append(xml.Value); break;
                }
            }
            return text.ToString();
        }
        catch (XmlException)
        {
            return "refused";
        }
    }

    private static byte[] Mutate(byte[] seed, Random next)
    {
        var bytes = seed.ToList();
        for (var n = next.Next(1, 4); n > 0; n--)
        {
            var at = next.Next(bytes.Count);
            switch (next.Next(6))
            {
                case 0: bytes[at] = (byte)Signs[next.Next(Signs.Length)]; break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)Signs[next.Next(Signs.Length)]); break;
                case 3: bytes[at] = (byte)next.Next(256); break;
                case 4: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[next.Next(Fragments.Length)])); break;
                default: bytes.RemoveRange(at, Math.Min(bytes.Count - at, next.Next(1, 30))); break;
            }
        }
        return [.. bytes];
    }

    private const string Signs = "<>/&;'\"=!?- \r\n:]ax1";

    private static readonly string[] Fragments =
    [
        "<!-- x -->", "<![CDATA[x]]>", "<?p q?>", "&amp;", "&#65;", "&#x1F600;", "&x;", "]]>", "é", "€", "😀", "<a/>", "<a b='c'>", "</a>",
        " xmlns:cbc='u'", " b='1'", "--", "\uFFFE", "<!DOCTYPE x>", "\t", "&#13;",
    ];
}
