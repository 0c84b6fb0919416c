/** Capitalised words that give nobody away. Lower case. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Months, days, feasts, languages, peoples, places, subjects, departments, titles of posts. */
const everyday = `
  i i'm i've i'd i'll january february march april may june july august september october november december jan feb mar apr
  jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays
  tuesdays wednesdays thursdays fridays saturdays sundays mon tue wed thu fri sat sun christmas easter
  ramadan diwali eid hanukkah thanksgiving halloween spring summer autumn winter new year years eve black cyber
  english german french spanish italian portuguese dutch polish czech greek turkish russian ukrainian
  arabic hebrew hindi urdu bengali tamil chinese mandarin cantonese japanese korean vietnamese thai
  swedish norwegian danish finnish hungarian romanian bulgarian british scottish welsh irish american
  canadian mexican brazilian indian pakistani australian african asian european swiss austrian belgian
  frenchman frenchwoman englishman englishwoman irishman german germans briton brits americans europeans
  europe asia africa america americas emea apac latam oceania atlantic pacific north south east west
  northern southern eastern western central england scotland wales ireland britain uk usa us eu un germany france
  spain italy portugal netherlands belgium luxembourg switzerland austria poland czechia slovakia
  hungary romania bulgaria greece turkey russia ukraine sweden norway denmark finland iceland estonia
  latvia lithuania croatia serbia slovenia israel egypt morocco tunisia nigeria kenya ghana ethiopia
  india pakistan bangladesh nepal china japan korea taiwan thailand vietnam malaysia singapore indonesia
  philippines australia zealand canada mexico brazil argentina chile colombia peru dubai emirates saudi
  arabia qatar california texas virginia oregon ohio washington florida york london manchester leeds
  birmingham bristol edinburgh glasgow cardiff belfast dublin cork oxford cambridge liverpool sheffield
  newcastle nottingham berlin munich hamburg frankfurt cologne stuttgart düsseldorf leipzig dresden
  nuremberg hanover bonn vienna graz zurich zürich geneva basel bern paris lyon marseille toulouse lille
  nice madrid barcelona valencia seville lisbon porto rome milan turin naples amsterdam rotterdam utrecht
  brussels antwerp ghent luxembourg stockholm gothenburg oslo copenhagen helsinki reykjavik tallinn riga
  vilnius warsaw kraków krakow wrocław gdańsk prague brno bratislava budapest bucharest cluj sofia athens istanbul
  ankara moscow kyiv lviv jerusalem cairo lagos nairobi accra johannesburg cape town mumbai delhi
  bangalore bengaluru hyderabad chennai pune kolkata karachi lahore dhaka beijing shanghai shenzhen hong
  kong tokyo osaka seoul taipei bangkok hanoi jakarta manila sydney melbourne brisbane perth auckland
  wellington toronto vancouver montreal ottawa seattle boston chicago dallas houston austin denver atlanta
  miami phoenix portland angeles san francisco diego jose las vegas philadelphia detroit minneapolis
  são paulo rio janeiro buenos aires santiago bogotá lima
  legal finance hr it sales marketing engineering operations support security procurement compliance audit
  privacy facilities communications press product products platform infrastructure payroll accounting treasury risk
  works council board management human resources department team teams office helpdesk desk service customer
  ceo cto cfo cio ciso coo cso dpo vp svp evp md pm po sre hod director manager head chief officer lead
  senior junior principal staff engineer analyst architect developer administrator consultant intern
  president vice chair secretary internet web god okay ok yes no hello hi thanks sir madam lord internal external
  bachelor master masters phd mba bsc msc degree university maths mathematics physics chemistry biology
  economics psychology philosophy history law informatics computer science
  earth sun moon covid corona brexit pandemic olympics world cup wi-fi wifi bluetooth usb hdmi pdf
  plan act check do s t a r l q&a pros cons`;

/** Products, services, standards and methods that many use. */
const technical = `
  aws azure gcp google amazon microsoft apple oracle ibm cloudflare akamai fastly digitalocean hetzner ovh
  github actions gitlab bitbucket gitea jira confluence trello asana slack teams zoom doc docs sheet sheets form forms calendar meet notion miro sharepoint excel
  word powerpoint outlook onedrive access office visio exchange entra intune defender sentinel copilot
  windows linux ubuntu debian redhat red hat centos fedora rhel suse alpine macos mac ios android chrome
  firefox safari edge chromium bash powershell python java javascript typescript rust golang go ruby perl
  php kotlin scala swift elixir erlang haskell c lua sql nosql html css json yaml xml csv markdown regex rego
  react angular vue svelte node nodejs django flask rails spring kubernetes docker helm terraform ansible
  puppet chef salt packer vagrant vault consul nomad jenkins circleci travis argo flux tekton bazel maven
  gradle npm pip cargo nginx apache tomcat iis haproxy envoy istio kafka rabbitmq redis memcached postgres
  postgresql mysql mariadb mongodb mongo cassandra dynamodb elasticsearch elastic kibana logstash grafana
  prometheus loki datadog splunk dynatrace sumo graylog wazuh snort suricata zeek sigma yara osquery velociraptor
  wireshark burp nmap nessus qualys tenable metasploit kali mimikatz bloodhound cobalt strike snyk semgrep trivy sonarqube
  dependabot renovate falco opa okta auth0 keycloak duo yubikey fido fido2 webauthn passkey kerberos ldap saml oauth
  oidc openid jwt active directory ad entra iam sso mfa 2fa pki tls ssl ssh vpn ipsec wireguard dns dhcp
  http https tcp udp smtp imap ftp sftp rdp smb nfs vlan bgp siem soar edr xdr mdr ids ips waf dlp cspm
  casb sbom sast dast iast cvss epss cve cwe ssvc stix taxii misp virustotal shodan mitre att&ck attack
  d3fend owasp nist iso iec cis pci dss gdpr dsgvo hipaa sox soc nis nis2 dora fedramp cobit itil enisa
  bsi ncsc cisa sans cissp cism cisa ceh oscp comptia giac ccsp crisc top ten kill chain zero trust
  purple blue scrum kanban agile devops devsecops gitops okr kpi raci star stride linddun pasta
  dread guardduty cloudtrail cloudwatch cloudformation cloudfront athena glue lambda fargate ecs eks ec2
  s3 rds aurora redshift kinesis sqs sns kms macie inspector detective shield route cognito organizations
  organisations control tower config trusted advisor security hub iam identity center centre sagemaker bedrock
  secrets parameter store systems session block public api gateway step functions eventbridge entra
  log4shell log4j heartbleed shellshock wannacry notpetya solarwinds stuxnet spectre meltdown eternalblue
  printnightmare proxylogon zerologon citrix vmware vsphere hyper-v proxmox cisco fortinet juniper palo alto
  checkpoint sophos crowdstrike sentinelone mandiant kaspersky symantec mcafee trend micro servicenow
  pagerduty opsgenie statuspage salesforce sap workday hubspot zendesk stripe paypal visa mastercard swift
  youtube linkedin twitter facebook whatsapp signal telegram discord reddit stackoverflow stack overflow
  wikipedia chatgpt openai claude gemini copilot llm ai ml gpt api apis sdk cli gui ui ux url urls uri ip
  ips id ids os cpu gpu ram ssd hdd raid san nas vm vms pod pods ci cd ci/cd qa uat poc mvp sla slo sli rto rpo
  mttr mttd rca pr prs etl crm erp cms lms hsm tpm bios uefi iot ot ics scada plc cad b2b b2c saas paas iaas
  benchmark framework top incident response playbook runbook code pipeline tuesday patch bash
  crc sha md5 aes rsa pgp gpg utf ascii qr rfc ietf ieee w3c`;

/** Names of the principles, which stories name. */
const ofPrinciples = `
  customer obsession ownership invent simplify right lot learn curious hire develop best insist highest
  standards think big bias action frugality earn trust dive deep backbone disagree commit deliver results
  strive employer success scale bring broad responsibility leadership principle principles`;

export const neutralNames: ReadonlySet<string> = words(`${everyday} ${technical} ${ofPrinciples}`);

/** Given names of many countries. Lower case; those that are everyday words stand apart. */
export const givenNames: ReadonlySet<string> = words(`
  aaron abdul abdullah abigail adam adrian ahmed aisha akira alan albert alejandro alessandro alex alexander
  alexandra alexandre alexei alfred ali alice alicia alina alison allison amanda amelia amina amir amira amit amy ana
  anand anastasia anders andre andrea andreas andrei andrew andy angela anika anil anita anja ann anna
  anne annette anthony antoine anton antonio anya arash ariel arjun arthur arun ashley asha astrid aya ayesha barbara
  bart beata beatrice ben benjamin bernard bernd beth bettina bianca birgit bjorn björn bob boris brandon
  brenda brian bridget bruno camila camille carl carla carlos carmen carol caroline catherine cecilia
  chantal charles charlotte chen chiara chloe chris christian christina christine christoph christopher
  claire clara claudia claus clemens colin connor craig cristina cynthia dagmar dan daniel daniela danny david
  deborah deepak dennis derek diana diego dieter dimitri dirk dmitri dominik donald donna doris dorothy
  douglas dylan edith eduardo edward eileen elena eleni eli elias elif elisabeth elise elizabeth ella
  ellen elsa emily emma emre enrique eric erik erika ernst esther ethan eva evelyn fabian fatima felicia felipe
  felix fernando fiona florian francesca francesco francis francois françois fred frederic fredrik frieda
  friedrich gabriel gabriela gareth gary gavin georg george georgia gerald gerard gerd gianni gina giulia
  giovanni gloria gordon graham greg gregor gregory greta guido guillaume gunnar gustav hannah hans harald
  harriet harry hassan heather heidi heike heinz helen helena helene helga henrik henry herbert hiroshi holger
  hugo hussein ian ibrahim ida igor ilse imran ines inga ingrid irene irina isaac isabel isabella isabelle
  ivan jacob jacqueline jakob jamal james jamie jan jana jane janet janine jasmin jason javier jean jeff
  jeffrey jennifer jens jeremy jerome jesse jessica jim joachim joan joana joanna joao joão jochen johan johann
  johanna johannes john johnny jon jonas jonathan jordan jorge josef josefine joseph joshua juan judith julia
  julian juliane julie jun jürgen jurgen justin kamal karen karim karin karl karolina kasper kate katharina katherine
  kathrin katie katja katrin keith keiko kelly ken kenji kenneth kerstin kevin khalid kim kirsten klaus konrad krishna kristen
  kristin kumar kurt kyle lars laura lauren laurent lea leah leila lena leo leon leonard leonie leslie liam
  lily lina linda lisa liu lorenzo lothar louis louise luca lucas lucia lucy luis luisa lukas luke lydia
  magdalena magnus mahmoud maja malik manfred manuel marc marcel marcin marco marcus margaret maria marie
  marina mario marion marius markus marta martha martin martina mary mateo mathias matteo matthew matthias matthieu
  maurice maya megan mehmet mei melanie melissa mia michael michaela michal michel michelle miguel mikael
  mike mikhail milan mila miriam mohamed mohammad mohammed moira molly monica monika morgan moritz muhammad mustafa nadia
  nadine nancy naomi natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole niels nigel nikita
  niklas nikolai nils nina nisha noah noor nora norbert nuno olaf ole oleg olga oliver olivia omar oscar osman
  otto owen pablo pamela paolo patricia patrick paul paula pauline paulo pavel pawel pedro peter petra phil
  philip philipp philippe pierre piotr priya quentin rachel rafael rahul raj rajesh ralf ralph ramona raphael
  raquel rashid ravi raymond rebecca regina reiner reinhard renate rene renée ricardo richard rita robert
  roberto robin rodrigo roger roland rolf roman ron ronald rosa rosemary roy rudolf rupert ruth ryan sabine
  sabrina sally salma sam samantha samir samuel sandra sanjay santiago sara sarah sasha scott sean sebastian
  sergei sergio shane shanti sharon sheila shirley silke silvia simon simone sofia sonia sonja sophia sophie
  stefan stefanie stella stephanie stephen steve steven stuart sunil susan susanne svetlana sven sylvia tamara
  tanja tanya tara tatiana ted teresa thea theo theodore theresa thomas tim timo timothy tina tobias todd tom
  tomas tomasz tony torsten tracy ulrich ulrike umar ursula ute uwe valentina valerie vanessa vera veronica
  victoria vijay viktor vincent viola virginia vivian vladimir volker walter wei wendy werner wilhelm william
  wolfgang xavier yara yasmin yasmine yuki yuri yusuf yvonne zainab zara zoe`);
/** Given names that are words as well: a name only where the sentence treats it as somebody. */
export const wordNames: ReadonlySet<string> = words(`
  april art august bill chase dale dean drew faith frank gene grace guy hope iris ivy jack joy june lance mark
  max may miles pat pearl penny rich rob rose ruby sky sue victor will`);
