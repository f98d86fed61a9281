namespace OrderToCash.Quickstart;

/// <summary>What a made-up customer of a country looks like.</summary>
public sealed record CountryProfile
{
    /// <summary>The country.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>What it is invoiced in; a currency the rates file has.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The language of letters.</summary>
    public required string Language { get; init; }

    /// <summary>Roughly how many units of the currency a pound was worth in 2010; used for nothing but made-up limits.</summary>
    public required decimal UnitsPerPound { get; init; }

    /// <summary>The VAT id's pattern; empty where there is no such id.</summary>
    public required string VatId { get; init; }

    /// <summary>The pattern of an IBAN after its check digits; empty where the country has none.</summary>
    public required string Bban { get; init; }

    /// <summary>The country whose IBANs it uses.</summary>
    public required CountryCode IbanCountry { get; init; }

    /// <summary>The legal form behind the name.</summary>
    public required string LegalForm { get; init; }

    /// <summary>A street, with % for the number.</summary>
    public required string Street { get; init; }

    /// <summary>Towns and their post code patterns.</summary>
    public required EquatableArray<(string Town, string PostCode)> Towns { get; init; }

    /// <summary>The profile of a country; a plain one in US dollars for those we know nothing of.</summary>
    public static CountryProfile Of(CountryCode country) => Known.TryGetValue(country.Value, out var profile) ? profile : new()
    {
        Country = country, Currency = Currency.Usd, Language = "en", UnitsPerPound = 1.6m, VatId = "", Bban = "", IbanCountry = country,
        LegalForm = "Ltd", Street = "% Main Street", Towns = [(Countries.NameOf(country), "")],
    };

    private static Dictionary<string, CountryProfile> Known { get; } = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(Row).ToDictionary(p => p.Country.Value, StringComparer.Ordinal);

    private static CountryProfile Row(string line)
    {
        var part = line.Split('|', StringSplitOptions.TrimEntries);
        return new()
        {
            Country = new(part[0]), Currency = Currency.Of(part[1]), Language = part[2],
            UnitsPerPound = decimal.Parse(part[3], System.Globalization.CultureInfo.InvariantCulture),
            VatId = part[4], Bban = part[5], IbanCountry = new(part[0] == "JE" ? "GB" : part[0]), LegalForm = part[6], Street = part[7],
            Towns = [.. part[8].Split(';', StringSplitOptions.TrimEntries).Select(t => (t.Split('=')[0], t.Split('=')[1]))],
        };
    }

    // country | currency | language | units per pound | VAT id | BBAN | legal form | street | town=post code; ...
    private const string Table = """
        GB|GBP|en|1|GB+########|@@@@##############|Ltd|% Mill Lane|London=N+# #EL;Leeds=LS+# #EL;Bristol=BS+# #EL;Norwich=NR+# #EL;Glasgow=G+# #EL
        JE|GBP|en|1||@@@@##############|Ltd|% Harbour Parade|St Helier=JE2 #EL
        IE|EUR|en|1.17|IE+######W|@@@@##############|Ltd|% Canal Quay|Dublin=D02 E#@#;Cork=T12 E#@#;Galway=H91 E#@#
        DE|EUR|de|1.17|DE+########|+#################|GmbH|Lindenweg %|Hamburg=20+##;Köln=506##;Leipzig=04+##;Bremen=28+##
        AT|EUR|de|1.17|ATU+#######|+###############|GmbH|Amselgasse %|Wien=1+#0;Graz=80+#;Linz=40+#
        CH|CHF|de|1.55|CHE-+##.###.### MWST|0################|AG|Seestrasse %|Zürich=80#+;Basel=405+;Bern=301+
        FR|EUR|fr|1.17|FR##+########|+######################|SARL|% rue des Tilleuls|Lyon=6900+;Lille=59+#0;Nantes=44+00;Rennes=35+#0
        BE|EUR|nl|1.17|BE0+########|+###########|BV|Kerkstraat %|Gent=90+#;Antwerpen=20+#;Leuven=30+#
        NL|EUR|nl|1.17|NL+########B01|@@@@##########|BV|Havenkade %|Utrecht=35+# XL;Rotterdam=30+# XL;Haarlem=20+# XL
        LU|EUR|fr|1.17|LU+#######|################|SARL|% rue du Moulin|Luxembourg=L-2+#0
        ES|EUR|es|1.17|ESB+#######|+###################|SL|Calle del Olmo %|Valencia=460+#;Sevilla=410+#;Bilbao=480+#
        PT|EUR|pt|1.17|PT5+#######|+####################|Lda|Rua das Flores %|Lisboa=1+##-0+#;Porto=4+##-0+#
        IT|EUR|it|1.17|IT+##########|X+#####################|Srl|Via dei Tigli %|Torino=10+##;Bologna=40+##;Padova=35+##
        GR|EUR|el|1.17|EL+########|#######+###############|EPE|Odos Elaion %|Athina=11# ##;Patra=262 ##
        CY|EUR|el|1.17|CY+#######L|########################|Ltd|% Olive Street|Nicosia=10+#;Limassol=30+#
        MT|EUR|en|1.17|MT+#######|@@@@#######################|Ltd|% Tower Road|Sliema=SLM +#+#
        FI|EUR|fi|1.17|FI+#######|+#############|Oy|Koivukatu %|Helsinki=00+#0;Tampere=33+#0;Turku=20+#0
        LT|EUR|lt|1.17|LT+########|+###############|UAB|Ąžuolų g. %|Vilnius=01+##;Kaunas=44+##
        SE|SEK|sv|10.7|SE+#########01|+###################|AB|Björkgatan %|Göteborg=41# +#;Malmö=21# +#;Uppsala=753 +#
        DK|DKK|da|8.8|DK+#######|+#############|ApS|Birkevej %|Aarhus=80+#;Odense=50+#
        NO|NOK|nb|9.4|NO ######### MVA|+##########|AS|Furuveien %|Bergen=50+#;Oslo=0+#+;Trondheim=70+#
        IS|EUR|is|1.17||######################|ehf|Birkigata %|Reykjavik=10#
        PL|PLN|pl|4.7|PL+#########|+#######################|Sp. z o.o.|ul. Lipowa %|Gdańsk=80-+##;Kraków=30-+##
        CZ|CZK|cs|29.4|CZ+#######|+###################|s.r.o.|Lipová %|Brno=602 00;Praha=110 00
        US|USD|en|1.6|||Inc|% Maple Avenue|Portland=972##;Austin=787##
        CA|CAD|en|1.6|||Inc|% Spruce Street|Halifax=B3H +@#;Toronto=M5V +@#
        AU|AUD|en|1.65|||Pty Ltd|% Wattle Street|Brisbane=40+#;Hobart=70+#
        JP|JPY|en|131|||KK|1-%-9 Sakura|Osaka=530-00+#;Kobe=650-00+#
        HK|HKD|en|12.4|||Ltd|% Lotus Road|Hong Kong=
        SG|SGD|en|2.05|||Pte Ltd|% Orchid Lane|Singapore=0+####
        ZA|ZAR|en|11|||Pty Ltd|% Protea Road|Durban=40+#
        BR|BRL|pt|2.65||+######################P@|Ltda|Rua das Palmeiras %|Curitiba=80+##-0+#
        IL|USD|en|1.6||+##################|Ltd|% Olive Street|Haifa=31#####
        BH|USD|en|1.6||@@@@##############|WLL|% Pearl Road|Manama=
        LB|USD|en|1.6||########################|SAL|% Cedar Street|Beirut=
        AE|USD|en|1.6||0##################|LLC|% Palm Street|Dubai=
        SA|USD|en|1.6||####################|LLC|% Palm Street|Jeddah=214##
        """;
}
