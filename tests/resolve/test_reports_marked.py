"""A table of reports: who holds what the sentence says, and how whoever reports it stands to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmine.mine.attributions import find_attributions
from argmine.mine.attributions.takes import find_takes
from argmine.mine.components import plain_document
from argmine.mine.sentences import find_sentences
from argmine.resolve.holders.held import resolve_holders
from argmine.types import Citation, Claim, Description, Document, Genre, Holder, Metadata, Note, Span, Speech

AUTHOR = Holder("author", "author", "author")
CITED = [
    Citation(Span(0, 0), "book", description=Description(authors=(name,)))
    for name in ("Pierre Castellane", "Wilhelmina Thorncastle")
]
RULE = "the rule is old and binds all who sail"

# "#" stands for RULE
REPORTED = """
Halvorsen argues that #. | Halvorsen | reported
Halvorsen has long maintained that #. | Halvorsen | reported
Halvorsen maintained with equal confidence that #. | Halvorsen | reported
Halvorsen maintained, in a paper of 1998, that #. | Halvorsen | reported
Halvorsen wrote in 2019 that #. | Halvorsen | reported
Professor Halvorsen, whom no one will accuse of partiality, wrote in 2019 that #. | Halvorsen | reported
Solveig Halvorsen, in a brief that all should read, argues that #. | Solveig Halvorsen | reported
Additionally, Fabio Rossi asserts that #. | Fabio Rossi | reported
For example, Fabio Rossi asserts that #. | Fabio Rossi | reported
Judge Xue, in her dissent, held that #. | Xue | reported
Smith et al. suggest that #. | Smith et al. | reported
Quintanar and Okonjo contend that #. | Quintanar and Okonjo | reported
Halvorsen who considered that #. | Halvorsen | reported
The same was said by Okonjo who considered that #. | Okonjo | reported
A.D. Halvorsen argues that #. | A.D. Halvorsen | reported
Professor Halvorsen in raising the question of a licence concluded that #. | Halvorsen | reported
Judge Halvorsen as rapporteur on the law of the sea suggested that #. | Halvorsen | reported
Writing in 1979 Professor Halvorsen pointed to a practice by which #. | Halvorsen | reported
Judge Halvorsen drew special attention to the element by which #. | Halvorsen | reported
l.A. Halvorsen states, that #. | I.A. Halvorsen | reported
Thirdly, it was contended that #. | some | reported
They proposed that #. | some | reported
Some of those States indicated that #. | some of those States | reported
In the end other Western and non-aligned countries argued that #. | other Western and non-aligned countries | reported
The three African Council members argued that #. | the three African Council members | reported
It is not surprising that commentators argue that #. | commentators | reported
Some writers have, in reliance on the preamble, taken the view that #. | some writers | reported
Critics of the word “pilot” also point to the preamble, by which #. | critics of the word “pilot” | reported
There are many who would like to read it so that #. | some | reported
In Chile’s view, a treaty must have four principal elements. First, #. | Chile | reported
Belgium argues that it is open. However, nobody knows. From this perspective, #. | author | own
Halvorsen argues that it is open. According to the quoted author, #. | Halvorsen | reported
Judge Halvorsen was a member of it. In his report of 1963, he indicated that #. | Halvorsen | reported
In sum, Judge Halvorsen was much interested in the law. He urged that #. | Halvorsen | reported
Professor Lopez de Okonjo, in a course, concluded that #. | Lopez de Okonjo | reported
Nothing follows. He urged that #. | some | reported
Of interest is the suggestion of Judge Halvorsen. In 1972 he urged that #. | Halvorsen | reported
Support is in Sir Cyril Okonjo’s work. In his 1963 report to the ILC, he indicated that #. | Cyril Okonjo | reported
In 1988 Professor Halvorsen, in a very comprehensive analysis concluded that #. | Halvorsen | reported
According to Judge Halvorsen the thing is clear and #. | Halvorsen | reported
Should the Security Council consider that #, it may act. | author | own
In 1986 the representative of Chile to the Legal Sub-Committee, Mr. Gonzalez, urged that #. | Chile | reported
In Halvorsen’s view, #. | Halvorsen | reported
In Halvorsen’s opinion #. | Halvorsen | reported
On Halvorsen’s reading #. | Halvorsen | reported
According to Halvorsen, #. | Halvorsen | reported
In the words of Halvorsen, #. | Halvorsen | reported
As Halvorsen notes, #. | Halvorsen | reported
It is known that #, as Halvorsen notes. | Halvorsen | reported
It is known that #, Halvorsen maintains. | Halvorsen | reported
Halvorsen writes that “#”. | Halvorsen | quoted
Halvorsen writes: “#.” | Halvorsen | quoted
Okonjo wrote, “#”. | Okonjo | quoted
This was sketched by Halvorsen, who wrote in 2019 that #. | Halvorsen | reported
Its ablest advocate, Marchmont, holds that #. | Marchmont | reported
Marchmont’s argument that # has found favour. | Marchmont | reported
Marchmont’s contention is that #. | Marchmont | reported
Marchmont reads the preamble and concludes that #. | Marchmont | reported
Halvorsen wrongly argues that #. | Halvorsen | rejected
Halvorsen mistakenly believes that #. | Halvorsen | rejected
Halvorsen erroneously concludes that #. | Halvorsen | rejected
Belgium incorrectly maintains that #. | Belgium | rejected
Marchmont’s argument that # is mistaken. | Marchmont | rejected
Marchmont’s claim that # overlooks the preamble. | Marchmont | rejected
Marchmont’s view that # cannot be accepted. | Marchmont | rejected
Marchmont’s thesis that # proves too much. | Marchmont | rejected
Marchmont’s suggestion that # is not convincing. | Marchmont | rejected
Halvorsen rightly notes that #. | Halvorsen | endorsed
Halvorsen has correctly observed that #. | Halvorsen | endorsed
Halvorsen convincingly argues that #. | Halvorsen | endorsed
Belgium argues that #. | Belgium | reported
The delegation of Belgium considered that #. | Belgium | reported
The representative of Chile stated that #. | Chile | reported
The Government of Chile took the view that #. | Chile | reported
In the view of Belgium, #. | Belgium | reported
In Belgium’s view #. | Belgium | reported
According to the United States, #. | United States of America | reported
It is known that #, according to Belgium. | Belgium | reported
France, which was heard as a friend of the court, took the position that #. | France | reported
An objection comes from Belgium, whose legal adviser argued in 1995 that #. | Belgium | reported
Chile and Peru maintain that #. | Chile and Peru | reported
The Group of 77 stressed that #. | Group of 77 | reported
Belgium complained that #. | Belgium | reported
Belgium voiced the view that #. | Belgium | reported
Belgium regards the rule as a relic of another age. | Belgium | reported
Belgium denies any such rule for the open sea. | Belgium | reported
Belgium would go further and abolish the rule. | Belgium | reported
Belgium recommends a limit of one year for each zone. | Belgium | reported
The International Court of Justice held that #. | International Court of Justice | reported
The International Law Commission concluded that #. | International Law Commission | reported
The Security Council declared that #. | Security Council | reported
The Space Law Institute submitted that #. | Space Law Institute | reported
The Tribunal held that #. | Tribunal | reported
Some scholars argue that #. | some scholars | reported
Many States consider that #. | many States | reported
Some delegations expressed the view that #. | some delegations | reported
A number of commentators believe that #. | a number of commentators | reported
The vast majority of States insisted that #. | the vast majority of States | reported
It has been argued that #. | some | reported
It has even been suggested that #. | some | reported
There is an opinion expressed that #. | some | reported
Belgium states, that #. | Belgium | reported
Castellane expresses similar views. | Pierre Castellane | reported
Some authors also take into account the silence of the preamble. | some authors | reported
Dr. von der Lind confirmed that #. | von der Lind | reported
Further, these States establish, operate or plan stations of their own. | author | own
It gives the impression that #. | author | own
The Supreme Court ruled that it was lawful. Halvorsen dissented alone. He asserted: “#”. | Halvorsen | quoted
In 1958 the reporter was Gerald Halvorsen. He urged that #. | Gerald Halvorsen | reported
Belgium said so. In 1958 the reporter was Gerald Halvorsen. He urged that #. | Gerald Halvorsen | reported
Mr. Okonjo asked what Mr. Halvorsen had in mind. He urged that #. | Okonjo | reported
It was decided in Waterman Steamship Corp. v. Jones. Waterman holds that #. | author | own
The Supreme Court ruled that it was lawful. He urged that #. | some | reported
Castellane writes: “It was lawful.” “It binds all who sail, and the rule is old.” | Pierre Castellane | quoted
Castellane writes: “It was lawful.” Moreover, “#.” | Pierre Castellane | quoted
Castellane turned to the preamble. “It binds all who sail, and the rule is old.” | Pierre Castellane | quoted
Castellane writes: “It was lawful.” Nobody agrees. “It binds all who sail, and the rule is old.” | author | own
It has been argued that #; this argument is untenable. | some | rejected
It has been argued that #; but that view overlooks the preamble. | some | rejected
Halvorsen argues that #; the contrary view is mistaken. | Halvorsen | reported
It is often said that #. | some | reported
It is said, lastly, that #. | some | reported
It was objected that #. | some | reported
The view has been expressed that #. | some | reported
There are those who argue that #. | some | reported
We have heard it said that #. | some | reported
The rule is commonly presented as a relic of another age. | general view | reported
The rule has been denounced as a relic of another age. | some | reported
Others have argued that #. | others | reported
This paper argues that #. | author | own
I submit that #. | author | own
In my view, #. | author | own
It is submitted that #. | author | own
The Treaty provides that #. | author | own
Article II states that #. | author | own
The Preamble stipulates that the States Parties recognize that #. | author | own
Nobody argues that #. | author | own
No scholar argues that #. | author | own
Not all economists agree that #. | author | own
The present author believes that #. | author | own
It follows that #. | author | own
It shows that #. | author | own
It could be argued that #. | author | own
However, #. | author | own
Developing states in particular fear that #. | developing countries | reported
Belgium is bound by the rule. | author | own
Belgium argued that it was lawful. It further submitted that #. | Belgium | reported
Belgium argued that it was lawful. It maintained that #. | Belgium | reported
Belgium argued that it was lawful. As to Article VI, it argued that #. | Belgium | reported
Belgium argued that it was lawful. In its view #. | Belgium | reported
Belgium argued that it was lawful. The same delegation added that #. | Belgium | reported
Judge Xue held that it was lawful. She added that #. | Xue | reported
Judge Xue held that it was lawful. In her view #. | Xue | reported
Judge Xue held that it was lawful. For her #. | Xue | reported
Halvorsen writes that it was lawful. The same author notes that #. | Halvorsen | reported
Some scholars argue that it was lawful. They add that #. | some scholars | reported
Smith et al. argue that it was lawful. They add that #. | Smith et al. | reported
The Tribunal held that it was lawful. It concluded that #. | Tribunal | reported
Halvorsen writes that it was lawful. It shows that #. | author | own
Belgium argued that it was lawful. He added that #. | some | reported
Some scholars argue that it was lawful. It added that #. | author | own
It has been argued that it was lawful. He added that #. | some | reported
Halvorsen observes also that #. | Halvorsen | reported
Halvorsen goes on to argue that #. | Halvorsen | reported
Halvorsen seems to believe that #. | Halvorsen | reported
Halvorsen told the Committee that #. | Halvorsen | reported
Halvorsen, of the opposing school, dismissed the objection, holding that #. | Halvorsen | reported
Belgium, for instance, at an early stage, brought forth the idea that #. | Belgium | reported
Belgium has consistently taken the position that #. | Belgium | reported
Solveig Halvorsen, counsel of the applicant, asked whether it binds, replied that #. | Solveig Halvorsen | reported
In 2019, Solveig Halvorsen, its reporter, asked for her opinion, stated that #. | Solveig Halvorsen | reported
The French delegate declared that #. | France | reported
The delegate of Chile warned that #. | Chile | reported
According to the Soviet representative, #. | Union of Soviet Socialist Republics | reported
Ambassador Maes of Belgium expressed the view that #. | Belgium | reported
As the Belgian delegate put it, #. | Belgium | reported
The legal opinion submitted by Belgium states that #. | Belgium | reported
It is the position of Belgium that #. | Belgium | reported
The view of Belgium is that #. | Belgium | reported
The argument put forward by Belgium is that #. | Belgium | reported
As Belgium and Chile indicated when the text was adopted, #. | Belgium and Chile | reported
Belgium issued a paper to the effect that #. | Belgium | reported
The International Court of Justice dismissed the claim, holding that #. | International Court of Justice | reported
The commentary of the International Law Commission states that #. | International Law Commission | reported
Furthermore, the Space Law Institute noted that #. | Space Law Institute | reported
Insurance underwriters have argued that #. | insurance underwriters | reported
Those who favour a licence argue that #. | those who favour a licence | reported
Critics of the act contend that #. | critics of the act | reported
Critics contend that #. | critics | reported
In the view of some, #. | some | reported
In the opinion of several experts in trade, #. | several experts in trade | reported
The rule has been understood by some commentators to bind all who sail. | some commentators | reported
Many commentators agree with the rule as it stands. | many commentators | reported
It is generally accepted that #. | general view | reported
It is widely agreed that #. | general view | reported
It is commonly accepted, however, among many States that #. | general view | reported
There is broad agreement that #. | general view | reported
The prevailing view is that #. | prevailing view | reported
The majority opinion is that #. | majority opinion | reported
One argument is that #. | some | reported
The argument goes that #. | some | reported
It has been argued by a few that #. | some | reported
The better view is that #. | author | own
The Applicant submitted that #. | the applicant | reported
Now assume that #. | author | own
Another reason is that #. | author | own
The comment was made by the French delegate. In his note, the delegate declares that #. | France | reported
Belgium spoke last. Its representative stated that #. | Belgium | reported
Belgium argued that it was lawful. On this view #. | Belgium | reported
Some scholars argue that it was lawful. Under this reading #. | some scholars | reported
Belgium argued that there are two reasons for it. First, #. | Belgium | reported
Halvorsen writes: “It was lawful. #.” | Halvorsen | quoted
Chile, being among the States that signed it, without reservation, believes it is true that #. | Chile | reported
Nobody spoke. On this view #. | author | own
Castellane draws the contrary inference from the silence. | Pierre Castellane | reported
From the same silence Castellane draws the contrary inference. | Pierre Castellane | reported
Castellane relies on the preamble alone. | Pierre Castellane | reported
For Castellane the rule is a relic of another age. | Pierre Castellane | reported
On the first reading, put forward most forcefully by Thorncastle, #. | Wilhelmina Thorncastle | reported
Thorncastle infers freedom from the silence of the text. | Wilhelmina Thorncastle | reported
Nobody draws the contrary inference from the silence. | author | own
Ashgrove relies on the preamble alone. | author | own
Some see the rule as a relic of another age. | some | reported
Some scholars see the rule as a relic of another age. | some scholars | reported
Some would prefer that #. | some | reported
Some have gone further and argued that #. | some | reported
Some consider the rule to be a relic of another age. | some | reported
Others prefer a stricter reading of the rule. | others | reported
Others point to the preamble and its silence. | others | reported
Others fear a race for the best places. | others | reported
Many regard the rule as binding on all. | many | reported
Many view the rule as binding on all. | many | reported
Critics point to the silence of the preamble. | critics | reported
Critics see in the act a breach of the rule. | critics | reported
Proponents of the act point to the silence of the preamble. | proponents of the act | reported
Opponents of the act rely on the preamble. | opponents of the act | reported
Supporters of the act stress the freedom of use. | supporters of the act | reported
A number of scholars have questioned whether the rule binds companies. | a number of scholars | reported
Several authors have criticised the act as a breach of the rule. | several authors | reported
A common argument is that #. | some | reported
A common criticism of the act is that #. | some | reported
One concern is that #. | some | reported
Another concern raised by critics is that #. | some | reported
The main argument against the act is that #. | some | reported
The usual objection to the act is that #. | some | reported
The most common argument in favour of the act is that #. | some | reported
The fear is that #. | some | reported
There is a fear that #. | some | reported
There are concerns that #. | some | reported
There is a school of thought that #. | some | reported
There have been claims that #. | some | reported
Concerns have been raised that #. | some | reported
Fears have been voiced that #. | some | reported
Questions have been raised as to whether the rule binds companies. | some | reported
Doubts have been expressed about the legality of the act. | some | reported
The act has been criticised for breaking the rule. | some | reported
The act has been described as a breach of the rule. | some | reported
The act has been accused of breaking the rule. | some | reported
It has been described as a breach of the rule. | some | reported
The rule is sometimes said to bind companies. | some | reported
The rule is said to bind companies. | some | reported
The rule has been interpreted as binding on companies. | some | reported
According to critics, #. | critics | reported
According to this view, #. | author | own
For some, the rule is a relic of another age. | some | reported
For critics of the act, the rule is clear. | critics of the act | reported
To some, the rule is a relic of another age. | some | reported
In the eyes of its critics, #. | its critics | reported
As critics have noted, #. | critics | reported
As some have argued, #. | some | reported
As has been argued, #. | some | reported
As many scholars point out, #. | many scholars | reported
Contrary to what some have claimed, the rule does not bind companies. | author | own
Much of the literature holds that #. | much of the literature | reported
The literature is divided on whether the rule binds companies. | author | own
The argument has been made that #. | some | reported
Arguments have been advanced that #. | some | reported
Advocates of a new treaty claim that #. | advocates of a new treaty | reported
Those in favour of the act argue that #. | those in favour of the act | reported
Those opposed to the act argue that #. | those opposed to the act | reported
The industry has argued that #. | the industry | reported
Commentators are divided, but most hold that #. | most | reported
Most scholars accept that #. | most scholars | reported
A minority holds that #. | a minority | reported
Castellane argues for a strict reading of the rule. | Pierre Castellane | reported
Castellane has argued against a strict reading of the rule. | Pierre Castellane | reported
Castellane views the rule as a relic. | Pierre Castellane | reported
Castellane considers the rule to be a relic. | Pierre Castellane | reported
Castellane’s argument rests on the preamble. | Pierre Castellane | reported
Castellane’s approach would empty the rule. | Pierre Castellane | reported
Castellane bases this on the preamble. | Pierre Castellane | reported
Castellane suggests a strict reading of the rule. | Pierre Castellane | reported
Castellane notes the silence of the preamble. | Pierre Castellane | reported
Castellane also highlights the silence of the preamble. | Pierre Castellane | reported
However, Castellane cautions against a strict reading. | Pierre Castellane | reported
Castellane, for example, advocates a strict reading. | Pierre Castellane | reported
Castellane, meanwhile, points to the preamble. | Pierre Castellane | reported
Castellane and Thorncastle point to the preamble. | Castellane and Thorncastle | reported
Like Castellane, Thorncastle points to the preamble. | Wilhelmina Thorncastle | reported
Castellane is critical of a strict reading of the rule. | Pierre Castellane | reported
Castellane is of the opinion that #. | Pierre Castellane | reported
Castellane’s concern is that #. | Pierre Castellane | reported
Castellane agrees, noting that #. | Pierre Castellane | reported
Castellane goes further: #. | Pierre Castellane | reported
Castellane asks whether the rule binds companies. | Pierre Castellane | reported
As put by Castellane, #. | Pierre Castellane | reported
Following Castellane, #. | author | own
With Castellane, one may say that #. | author | own
Castellane argued that it was lawful. His argument rests on the preamble. | Pierre Castellane | reported
Castellane argued that it was lawful. He points to the preamble. | Pierre Castellane | reported
Castellane argued that it was lawful. For him, the rule is a relic. | Pierre Castellane | reported
Castellane argued that it was lawful. This, he says, is because the rule is old. | Pierre Castellane | reported
Critics argue that it was lawful. They point to the preamble. | critics | reported
Some argue that it was lawful. They point to the preamble. | some | reported
Some argue that it was lawful. Others see a breach of the rule. | others | reported
It has been argued that it was lawful. On this view #. | some | reported
Belgium argued that it was lawful. Following this logic, #. | Belgium | reported
Belgium argued that it was lawful. So understood, #. | Belgium | reported
Belgium argued that it was lawful. The argument continues that #. | Belgium | reported
Some scholars argue that it was lawful. These scholars add that #. | some scholars | reported
Quintanar and Okonjo argue that it was lawful. Both authors add that #. | Quintanar and Okonjo | reported
Quintanar and Okonjo argue that it was lawful. These States add that #. | these States | reported
The Appellant argued that it was lawful. He added that #. | the appellant | reported
The appellees answered that it was lawful. It is their contention that #. | the appellees | reported
The Applicant concedes the fact that #. | the applicant | reported
The memorial argued that #. | the memorial | reported
The complaint alleges that #. | the complaint | reported
The rule has been found by the International Court of Justice to bind all. | International Court of Justice | reported
The International Court of Justice took a contrary view in another case. | International Court of Justice | reported
Marchmont’s third claim of error was that #. | Marchmont | reported
This leads to Marchmont’s policy argument that #. | Marchmont | reported
It has however been argued in this case that #. | some | reported
It has, however, been argued that #. | some | reported
It has been contended in the present proceedings, however, that #. | some | reported
It has however been contended before the Court that #. | some | reported
It was contended before the Court that #. | some | reported
It was commented from the floor that #. | some | reported
According however to most of the other States, #. | most of the other States | reported
According, however, to Belgium, #. | Belgium | reported
According to the report of the Secretary-General, #. | Secretary-General | reported
According to a study by the Space Law Institute, #. | Space Law Institute | reported
The first such argument is to the effect that #. | some | reported
Another argument raised in the present proceedings is that #. | some | reported
In this instance, the argument continues, #. | some | reported
Belgium says that it was lawful. It adds, relying on Section 10, that #. | Belgium | reported
Belgium adopted the view that it was lawful. The distinction is an old one. It supposes, however, that #. | author | own
Judge Xue held that it was lawful. She underlined the importance of the word, because the rule is old. | Xue | reported
Examples include the following arguments: the rule is old; the rule binds companies. | some | reported
The following arguments have been made: the rule is old; the rule binds companies. | some | reported
Two objections were raised: the rule is old; the rule binds companies. | some | reported
Furthermore, at the end, the delegates confirmed the suspicions of many by stating that #. | author | own
Seeking to uphold the view, and urging that it was small, the reporter, who was there, insisted that #. | author | own
The Arab population rejected this plan, contending that #. | author | own
The Plan notes that #. | author | own
Land-based holds that #. | author | own
We are concerned about Bangui, Bambari and Alindao, and believe that #. | author | own
The Rapporteur on the Right to Food of the Commission on Human Rights states that #. | author | own
The Americans in particular added that #. | United States of America | reported
States may realize that #. | author | own
Sulphides Regulations would seem to say that #. | author | own
For States it is possible that #. | author | own
The conventions recommended that it was lawful. The new Geneva Conventions recommended that #. | author | own
Carol M. Rose argues that #. | Carol M. Rose | reported
Lord Mansfield argued that #. | Mansfield | reported
Professor Lee argues that #. | Lee | reported
Article 59 of the Statute of the International Court of Justice stipulates that #. | author | own
The Supreme Court held that #. | Supreme Court | reported
INTELSAT maintained that #. | INTELSAT | reported
Prime Minister Theresa May argued that #. | Theresa May | reported
Senator Gore said that #. | Gore | reported
Virgin Galactic Corporation was there. Virgin Galactic argued that #. | Virgin Galactic | reported
Applicant contends that #. | the applicant | reported
The Federal Appellees argue that #. | the appellees | reported
SpaceX was sued. SpaceX alleged that #. | SpaceX | reported
It is known that Colby was there. Colby has added that #. | Colby | reported
Public hearings were held by the Senate on whether a new act was needed. | author | own
Solemnly declares that #. | author | own
The Columbia report observed that it was new. The report went on to say that #. | Columbia report | reported
The Space Law Institute noted that it was new. The memorandum added that #. | Space Law Institute | reported
The report stated that #. | report | reported
Belgium argued that it was lawful. According to that opinion, #. | Belgium | reported
According to the “defensive” theory, #. | some | reported
According to these comments, #. | some | reported
As noticed in the legal literature, #. | some | reported
As noted in this article, #. | author | own
The International Court of Justice confirmed it when it stated that #. | International Court of Justice | reported
Many States have rejected the claim on the ground that #. | many States | reported
Even Halvorsen had to admit that #. | Halvorsen | reported
It is also believed that #. | author | own
It is also recognized that #. | some | reported
It has also been officially acknowledged that #. | some | reported
The practice of States has led to a usage to the effect that #. | author | own
These States represent the view that #. | these States | reported
The French delegate said, in the talks of the Committee on the Uses of the Sea and its Bed, that #. | France | reported
I. Halvorsen argues that #. | I. Halvorsen | reported
I. Halvorsen argues that it was lawful. The quoted author believes that #. | I. Halvorsen | reported
The amendment to the rule was rejected by the Security Council. | author | own
For the authorities of several States, #. | the authorities of several States | reported
The Belgian proposal states that #. | Belgium | reported
The Belgian proposal calls upon all to see that the rule binds companies. | Belgium | reported
Similarly, in Halvorsen the Supreme Court held that #. | Supreme Court | reported
According to the prevailing opinion, #. | the prevailing opinion | reported
According to the doctrine of space law, #. | the doctrine of space law | reported
The doctrine of international law uniformly holds that #. | the doctrine of international law | reported
There is some doubt that #. | author | own
In July 1956, the Eisenhower Administration recognized that #. | Eisenhower Administration | reported
Senator Halvorsen and Senator Lind believed that it was lawful. They concluded that #. | Halvorsen and Lind | reported
Several Committee members expressed their concern about the rule and its reach. | several Committee members | reported
Most writers have trouble to see how the rule binds companies. | most writers | reported
It was hardly the opinion of the Belgian ambassador, and it is well established that #. | author | own
The Chinese delegate agreed. A word of the French representative followed. He said that #. | France | reported
A word of the French representative followed. He said that it was. He continued: “#”. | France | quoted
Halvorsen spoke. The Chinese delegate said it was old. He agreed that it was. He noted that #. | China | reported
The French and the Chinese representatives spoke. He indicated that #. | some | reported
The French delegate, while noting that Chile had suggested it, said it was his. He said that #. | France | reported
Ambassador Maes of Belgium said that it was. The French representative was there. He said that #. | France | reported
Belgium advanced another view. It reaffirmed its right. It then added that #. | Belgium | reported
As noted by Professor Halvorsen the Treaty, “#”. | Halvorsen | reported
Chile, by contrast, declared upon signature that #. | Chile | reported
The French position rejects the rule of the open sea. | France | reported
The U.S. position is that #. | United States of America | reported
The Tribunal in M/V “Lantern” (No. 2) held that #. | Tribunal | reported
The Judgement of the Tribunal found that #. | Tribunal | reported
Once the Tribunal had found that #, it was over. | Tribunal | reported
The delegation of Chile would like to stress that #. | Chile | reported
It was stated by Ambassador Halvorsen that #. | Halvorsen | reported
It has been contended by Belgium that #. | Belgium | reported
If the Security Council determines that #, it may act. | author | own
If “the Security Council determines that #,” nothing follows. | author | own
K.G. Halvorsenbelieves that #. | K.G. Halvorsen | reported
It depends on whether Belgium considers that #. | author | own
It seems as if Belgium had come to the conclusion that #. | Belgium | reported
The forms ensure applicants understand that #. | author | own
The rules require that operators declare that #. | author | own
Operators of old ships must demonstrate: “#”. | author | own
The Security Council has shown that it can protect all who sail and that it will. | author | own
The Security Council has shown that #. | Security Council | reported
Policymakers in the 1990s decided to keep the rule for the sake of costs and believed that #. | policymakers | reported
Critics of the act believe that #. | critics of the act | reported
“#,” explained the attorney. | the attorney | quoted
“#,” said Halvorsen. | Halvorsen | quoted
One attorney stated simply, “#”. | one attorney | quoted
Halvorsen argues that it is old. The European Union shares that view, although #. | European Union | reported
It is old. The Government of Belgium has consistently rejected it, since #. | Belgium | reported
It is old. The United States once claimed the contrary, since #. | United States of America | reported
It is old. Belgium disputes this reading, because #. | Belgium | reported
Belgium has accepted the Convention, because #. | Belgium | reported
One might object that #. | some | reported
Murphy v. Ecuador held that #. | tribunal in Murphy v. Ecuador | reported
In Sylvania v. Ruritania, the claimant lost. Murphy v. Ecuador held that #. | tribunal in Murphy v. Ecuador | reported
In Bear Creek v. Peru, Bear Creek alleged that #. | Bear Creek | reported
In Bear Creek v. Peru, Peru alleged that #. | Peru | reported
The two Sections recommended that #. | the Sections | reported
The Section of International Law recommended that #. | Section of International Law | reported
Furrher assume that #. | author | own
Texas argued that #. | author | own
It is Belgium’s hope that #. | Belgium | reported
The Group of 77 met. The Group believes that #. | Group of 77 | reported
This is clear from the Judgment of the ICJ in Lantern: “#”. | International Court of Justice | quoted
One might object that #. The objection fails. | author | own
Attorneys questioned by the panel reported that #. | attorneys questioned by the panel | reported
""".strip().splitlines()


def held(document: Document, place: int = -1) -> Claim:
    """One sentence of the document, the last as a rule, taken for a claim, with its holder."""
    sentences = find_sentences(document)
    claims = [Claim("c", sentences[place].span, "body", "interpretive", None, AUTHOR, "own", 1.0, ())]
    attributions, takes = find_attributions(document.text, sentences), find_takes(document.text, sentences)
    (claim,) = resolve_holders(document, claims, attributions, takes, CITED)
    return claim


@pytest.mark.parametrize("line", REPORTED)
def test_a_claim_has_its_holder_and_the_manner_of_its_report(line: str) -> None:
    text, name, attribution = line.split(" | ")
    claim = held(plain_document(text.replace("#", RULE)))
    assert (claim.holder.name, claim.attribution) == (name, attribution)


def _noted(text: str, names: tuple[str, ...]) -> Claim:
    """The claim of a document with one note behind its text, which cites a work by these authors."""
    plain = plain_document(text)
    document = replace(plain, notes=(Note("1", Span(len(text), len(text)), len(text)),))
    sentences = find_sentences(plain)
    claims = [Claim("c", sentences[-1].span, "body", "interpretive", None, AUTHOR, "own", 1.0, ())]
    cited = [Citation(Span(0, 0), "book", note="1", description=Description(authors=names))]
    (claim,) = resolve_holders(document, claims, find_attributions(text, sentences), (), cited)
    return claim


@pytest.mark.parametrize(
    ("text", "names", "holder", "attribution"),
    [
        ("It has been argued that #.", ("Pierre Castellane",), "Pierre Castellane", "reported"),
        ("It has been argued that #.", ("Ada Lind", "Bo Rask"), "Ada Lind and Bo Rask", "reported"),
        ("It has been argued that #.", (), "some", "reported"),
        ("It has been argued that #; this is mistaken, as Article 4 says.", ("Pierre Castellane",), "some", "rejected"),
        ("Some scholars argue that #.", ("Pierre Castellane",), "some scholars", "reported"),
        ("It is generally accepted that #.", ("Pierre Castellane",), "general view", "reported"),
        ("“#.”", ("Pierre Castellane",), "Pierre Castellane", "quoted"),
        ("#.", ("Pierre Castellane",), "author", "own"),
    ],
)  # fmt: skip
def test_a_view_without_a_name_is_theirs_whose_works_the_note_cites(
    text: str, names: tuple[str, ...], holder: str, attribution: str
) -> None:
    claim = _noted(text.replace("#", RULE), names)
    assert (claim.holder.name, claim.attribution) == (holder, attribution)


@pytest.mark.parametrize(
    ("first", "second", "holder"),
    [
        ("Pierre Castellane", "Pierre Castellane", "Castellane"),
        ("Pierre Castellane", "Wilhelmina Thorncastle", "author"),
        ("Wilhelmina Thorncastle", "Wilhelmina Thorncastle", "author"),
    ],
)
def test_a_sentence_whose_note_cites_on_whom_the_sentence_before_reported_is_his(
    first: str, second: str, holder: str
) -> None:
    text = f"Castellane argues that it was lawful. {RULE.capitalize()}."
    plain = plain_document(text)
    ends = (text.index(".") + 1, len(text))
    notes = tuple(Note(str(number), Span(len(text), len(text)), end) for number, end in enumerate(ends, 1))
    sentences = find_sentences(plain)
    claims = [Claim("c", sentences[-1].span, "body", "interpretive", None, AUTHOR, "own", 1.0, ())]
    cited = [
        Citation(Span(0, 0), "book", note=str(number), description=Description(authors=(name,)))
        for number, name in enumerate((first, second), 1)
    ]
    found = find_attributions(text, sentences)
    (claim,) = resolve_holders(replace(plain, notes=notes), claims, found, (), cited)
    assert claim.holder.name.endswith(holder)


@pytest.mark.parametrize(
    ("note", "holder"),
    [
        ("“It binds all who sail, and the rule is old.” {}", "Pierre Castellane"),
        ("“It binds all who sail, and the rule is old.” Nothing follows from {}", "author"),
    ],
)
def test_a_quotation_in_a_note_is_his_whose_work_stands_behind_it(note: str, holder: str) -> None:
    work = "Pierre Castellane, Seas (1998)."
    text = f"The rule is old. {note.format(work)}"
    start = text.index("“")
    plain = plain_document(text)
    document = replace(plain, notes=(Note("1", Span(start, len(text)), 15),))
    place = Span(text.index(work), len(text))
    cited = [Citation(place, "book", note="1", description=Description(authors=("Pierre Castellane",)))]
    claim = Claim("c", Span(start, text.index("”") + 1), "note", "interpretive", None, AUTHOR, "own", 1.0, ())
    (found,) = resolve_holders(document, [claim], (), (), cited)
    assert found.holder.name == holder


def test_a_resolution_speaks_for_the_organ_that_adopts_it() -> None:
    plain = plain_document(
        "Uses of the sea\n\nThe General Assembly,\n\nRecalling its duty,\n\nNobody owns the sea and its bed."
    )
    assert held(plain).holder.name == "General Assembly"


def test_a_block_quotation_is_whose_words_its_introduction_announces() -> None:
    plain = plain_document(
        f"Belgium argued that it was lawful and put it so:\n\nNo State owns it. {RULE.capitalize()}."
    )
    first, second = plain.blocks
    document = replace(plain, blocks=(first, replace(second, kind="quotation")))
    claim = held(document)
    assert (claim.holder.name, claim.attribution) == ("Belgium", "quoted")


@pytest.mark.parametrize(
    ("introduction", "holder", "attribution"),
    [
        ("Belgium argued in this way.", "Belgium", "quoted"),
        ("Judge Halvorsen spoke of it in the following words:", "Halvorsen", "quoted"),
        ("Belgium argued that it was lawful. Its note went on as follows:", "Belgium", "quoted"),
        ("It is a matter of some moment.", "author", "own"),
        ("It is a matter of some moment:", "some", "quoted"),
        ("In a speech to the General Assembly in 1969, President Nordal set forth these aims:", "Nordal", "quoted"),
        ("In 1976 the U. S. delegate declared in a meeting of the Committee:", "United States of America", "quoted"),
        ("The Belgian Draft Principles comment on it:", "Belgium", "quoted"),
        ("The principle is found in article IV of the Belgian proposal which provides:", "Belgium", "quoted"),
        ("Marchmont writes of the zones:", "Marchmont", "quoted"),
        ("The Soviet author Rybakov has this to say:", "Rybakov", "quoted"),
        ("As Halvorsen puts it,", "Halvorsen", "quoted"),
        ("According to two Belgian writers", "two Belgian writers", "quoted"),
        ("Article II provides as follows:", "author", "own"),
        ("According to Article IV, paragraph 2 of the Convention:", "author", "own"),
        ("The Declaration recognizes in article V that", "author", "own"),
        ("In 1976 the Belgian delegate spoke so in the Committee:", "Belgium", "quoted"),
        ("According to I. Halvorsen and P. Okonjo:", "I. Halvorsen and P. Okonjo", "quoted"),
    ],
)
def test_a_block_quotation_is_not_the_authors_own(introduction: str, holder: str, attribution: str) -> None:
    plain = plain_document(f"{introduction}\n\nNo State owns it. {RULE.capitalize()}.")
    first, second = plain.blocks
    claim = held(replace(plain, blocks=(first, replace(second, kind="quotation"))))
    assert (claim.holder.name, claim.attribution) == (holder, attribution)


def test_a_block_quotation_that_nobody_introduces_is_his_whose_work_the_note_at_its_end_cites() -> None:
    plain = plain_document(f"Some see it so:\n\n{RULE.capitalize()}. No State owns it.\n\nThe end.")
    first, second, _ = plain.blocks
    at = plain.text.index("The end.")
    note = Note("7", Span(at, len(plain.text)), second.span.end)
    cited = [Citation(note.span, "book", description=Description(authors=("Pierre Castellane",)), note="7")]
    document = replace(plain, blocks=(first, replace(second, kind="quotation")), notes=(note,))
    start = second.span.start
    claim = Claim("c", Span(start, start + len(RULE) + 1), "body", "interpretive", None, AUTHOR, "own", 1.0, ())
    report = find_attributions(plain.text, find_sentences(document))
    (found,) = resolve_holders(document, [claim], report, (), cited)
    assert (found.holder.name, found.attribution) == ("Pierre Castellane", "quoted")


@pytest.mark.parametrize(("item", "holder"), [("2. It binds. ", "Halvorsen"), ("It binds. ", "author")])
def test_numbered_paragraphs_behind_a_colon_are_his_who_states_them(item: str, holder: str) -> None:
    plain = plain_document(f"Halvorsen states that:\n\n1. No State owns it.\n\n{item}{RULE.capitalize()}.")
    assert held(plain).holder.name == holder


@pytest.mark.parametrize(
    ("opening", "holder", "reporter"),
    [
        ("I have the honour to speak on behalf of the European Union.", "European Union", "Chile"),
        ("I take the floor on behalf of the Group of 77 and China.", "Group of 77", "Chile"),
        ("I speak on behalf of the Nordic-Baltic countries: all eight.", "Nordic-Baltic countries", "Chile"),
        ("I now speak on behalf of the European Union. I add this in my national capacity.", "Chile", None),
        ("We align ourselves with what Peru said on behalf of the Group of 77.", "Chile", None),
    ],
)  # fmt: skip
def test_a_delegate_speaks_for_the_group_for_which_he_says_that_he_speaks(
    opening: str, holder: str, reporter: str | None
) -> None:
    text = f"{opening} {RULE.capitalize()}."
    speeches = (Speech(Span(0, len(text)), "Ms. A", "Chile"),)
    claim = held(replace(plain_document(text), metadata=Metadata(genre="record"), speeches=speeches))
    assert (claim.holder.name, claim.attribution) == (holder, "own")
    assert (claim.reporter.name if claim.reporter else None) == reporter


@pytest.mark.parametrize(("genre", "holder"), [("judgment", "some"), ("paper", "author")])
def test_what_is_contended_is_a_partys_where_a_court_writes_so(genre: Genre, holder: str) -> None:
    plain = plain_document(f"It is accordingly contended that {RULE}.")
    assert held(replace(plain, metadata=Metadata(genre=genre))).holder.name == holder


@pytest.mark.parametrize(
    ("lead", "holder"),
    [
        ("Belgium advanced two arguments:", "Belgium"),
        ("Belgium built two stations:", "author"),
        ("Belgium argues that:", "Belgium"),
        ("The following arguments have been made:", "some"),
        ("Belgium argues that it was lawful. Two things follow:", "author"),
    ],
)
def test_the_items_of_a_list_are_theirs_whom_its_lead_reports(lead: str, holder: str) -> None:
    plain = plain_document(f"{lead}\n\nSilence means consent.\n\n{RULE.capitalize()}.")
    first, *items = plain.blocks
    document = replace(plain, blocks=(first, *(replace(item, kind="list_item") for item in items)))
    assert held(document).holder.name == holder


@pytest.mark.parametrize(
    ("before", "kind", "holder"),
    [
        ("Halvorsen had much to say of it.", "paragraph", "Halvorsen"),
        ("Halvorsen had much to say of it. The rule is old.", "paragraph", "Halvorsen"),
        ("Halvorsen had much to say of it. Okonjo agreed.", "paragraph", "Okonjo"),
        ("Halvorsen had much to say. Okonjo agreed. The rule is old.", "paragraph", "some"),
        ("Okonjo asked. Halvorsen had much to say of it:\n\nNobody owns the sea.", "quotation", "Halvorsen"),
    ],
)
def test_he_who_opens_a_paragraph_was_spoken_of_in_the_one_before(before: str, kind: str, holder: str) -> None:
    plain = plain_document(f"{before}\n\nHe urged that {RULE}. All of Halvorsen and of Okonjo is old.")
    first, *others = plain.blocks
    quoted = [replace(each, kind=kind) for each in others[:-1]]
    claim = held(replace(plain, blocks=(first, *quoted, others[-1])), -2)
    assert claim.holder.name == holder


@pytest.mark.parametrize(
    ("lead", "holder"),
    [
        ("Castellane writes that:", "Pierre Castellane"),
        ("Castellane writes that it was lawful. The rule is this:", "author"),
        ("Article II provides that:", "author"),
    ],
)
def test_a_paragraph_behind_a_colon_is_his_who_was_to_speak(lead: str, holder: str) -> None:
    claim = held(plain_document(f"{lead}\n\n{RULE.capitalize()}."))
    assert claim.holder.name == holder


@pytest.mark.parametrize(
    ("lead", "item", "holder"),
    [
        ("Two views are held:", "a) For critics of the act, it was lawful.", "critics of the act"),
        (
            "The controversy may be summed up as follows:",
            "a) According to Castellane, it was lawful.",
            "Pierre Castellane",
        ),
        ("The article has two limbs:", "a) For critics of the act, it was lawful.", "author"),
        ("Two views are held:", "a) It was lawful.", "author"),
        ("Two views are held.", "For critics of the act, it was lawful.", "author"),
    ],
)
def test_a_lettered_school_of_thought_goes_on_to_the_end_of_its_paragraph(lead: str, item: str, holder: str) -> None:
    claim = held(plain_document(f"{lead}\n\n{item} {RULE.capitalize()}."))
    assert claim.holder.name == holder


def test_a_pronoun_of_another_paragraph_means_nobody() -> None:
    claim = held(plain_document(f"Belgium argued that it was lawful.\n\nIt further submitted that {RULE}."))
    assert claim.holder == AUTHOR


@pytest.mark.parametrize(
    ("view", "behind", "holder", "attribution"),
    [
        ("One might object that", "The objection fails.", "some", "rejected"),
        ("It could well be objected that", "But this objection is unconvincing.", "some", "rejected"),
        ("It may be argued that", "That argument collapses at once.", "some", "rejected"),
        ("It may be argued that", "The Court has not decided it.", "author", "own"),
        ("Belgium argues that", "Neither of these arguments convinces.", "Belgium", "rejected"),
        ("Belgium argues that", "None of the parties convinces a jury.", "Belgium", "reported"),
    ],
)
def test_an_objection_is_nobodys_and_falls_with_the_sentence_behind_it(
    view: str, behind: str, holder: str, attribution: str
) -> None:
    claim = held(plain_document(f"{view} {RULE}. {behind}"), 0)
    assert (claim.holder.name, claim.attribution) == (holder, attribution)


@pytest.mark.parametrize(
    ("lead", "behind", "holder", "attribution"),
    [
        ("Three arguments are put forward for it:", "The harbour is open.", "some", "reported"),
        ("Three arguments are put forward for it:", "None of them convinces.", "some", "rejected"),
        ("The following arguments have been made:", "These arguments fail.", "some", "rejected"),
        ("Belgium submitted, inter alia, the following considerations:", "It is so.", "Belgium", "reported"),
        ("The harbour has three gates:", "None of them convinces.", "author", "own"),
    ],
)
def test_numbered_paragraphs_are_theirs_of_whom_their_lead_reports(
    lead: str, behind: str, holder: str, attribution: str
) -> None:
    items = f"1. that silence means consent;\n\n2. that {RULE}."
    claim = held(plain_document(f"{lead}\n\n{items}\n\n{behind}"), -2)
    assert (claim.holder.name, claim.attribution) == (holder, attribution)


@pytest.mark.parametrize(("end", "holder"), [(";", "Belgium"), (".", "author")])
def test_a_paragraph_that_does_not_end_in_a_stop_is_followed_by_more_of_what_was_said(end: str, holder: str) -> None:
    lead = "In support of it, Belgium submitted the following considerations:"
    claim = held(plain_document(f"{lead}\n\nSilence means consent{end}\n\n{RULE.capitalize()}."))
    assert claim.holder.name == holder


@pytest.mark.parametrize(
    ("lead", "holder"),
    [
        ("Halvorsen and Okonjo recommended the following declaration:", "Halvorsen and Okonjo"),
        ("It was proposed that ratification be joined to declarations consistent with these principles:", "some"),
        ("Ratification should be joined to declarations in these terms:", "author"),
        ("Belgium made these two declarations:", "United States of America"),
    ],
)
def test_what_a_draft_makes_a_state_declare_is_no_position_of_the_state(lead: str, holder: str) -> None:
    items = f"(a) Nobody owns the sea.\n\n(b) The United States understands that {RULE}."
    assert held(plain_document(f"{lead}\n\n{items}")).holder.name == holder


def test_a_view_is_rejected_by_the_sentence_behind_it() -> None:
    claim = held(plain_document(f"Belgium argues that {RULE}. That cannot be correct."), 0)
    assert (claim.holder.name, claim.attribution) == ("Belgium", "rejected")


def test_a_report_inside_a_report_is_the_inner_ones_and_says_who_reports_it() -> None:
    claim = held(plain_document(f"Halvorsen notes that Belgium argued that {RULE}."))
    assert claim.reporter is not None
    assert (claim.holder.name, claim.reporter.name) == ("Belgium", "Halvorsen")


@pytest.mark.parametrize(
    ("text", "name", "attribution", "reporter"),
    [
        (f"Belgium argued that {RULE}.", "Belgium", "reported", "Chile"),
        (f"My delegation believes that {RULE}.", "Chile", "own", None),
    ],
)
def test_a_speaker_reports_and_speaks_for_his_state(
    text: str, name: str, attribution: str, reporter: str | None
) -> None:
    speech = Speech(Span(0, len(text)), "Ms. A", "Chile")
    claim = held(replace(plain_document(text), metadata=Metadata(genre="record"), speeches=(speech,)))
    assert (claim.holder.name, claim.attribution) == (name, attribution)
    assert (claim.reporter.name if claim.reporter else None) == reporter


@pytest.mark.parametrize(
    ("masthead", "name"),
    [
        ("Working paper submitted by Belgium", "Belgium"),
        ("Working paper submitted by the delegation of Chile", "Chile"),
        ("Submitted by Sylvania", "Sylvania"),
        ("Working paper submitted by Belgium and Greece", "Belgium and Greece"),
        ("Note by the Secretariat", "author"),
    ],
)
def test_a_working_paper_speaks_for_whoever_submits_it(masthead: str, name: str) -> None:
    plain = plain_document(f"{masthead}\n\nNobody owns the sea and its bed.")
    assert held(replace(plain, metadata=Metadata(genre="un_document"))).holder.name == name


def test_the_view_that_was_expressed_is_one_delegations_in_a_report_of_the_united_nations() -> None:
    plain = plain_document(f"The view was expressed that {RULE}.")
    assert held(replace(plain, metadata=Metadata(genre="un_document"))).holder.name == "one delegation"
